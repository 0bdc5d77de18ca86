// What `import Glibc` hides from Swift because it needs _GNU_SOURCE.
#pragma once

/// Renames `from` to `to` without replacing anything: renameat2(2) with RENAME_NOREPLACE relative to the
/// working directory. Returns 0, or -1 with errno set (EEXIST when `to` exists, EINVAL where the file system
/// does not know the flag).
int dossier_rename_noreplace(const char *from, const char *to);
