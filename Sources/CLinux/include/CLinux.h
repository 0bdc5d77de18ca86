// What `import Glibc` hides from Swift because it needs _GNU_SOURCE.
#pragma once

/// Renames `from` to `to` without replacing anything: renameat2(2) with RENAME_NOREPLACE relative to the
/// working directory. Returns 0, or -1 with errno set (EEXIST when `to` exists, EINVAL where the file system
/// does not know the flag).
int dossier_rename_noreplace(const char *from, const char *to);

/// Whether some process has the open file `descriptor` open for writing: then the kernel refuses a read lease on
/// it (fcntl(2), F_SETLEASE). 0 also where leases are not to be had: another user's file, a network file system.
/// A writer that comes while the lease is held, for an instant, makes the kernel send SIGIO: ignore it.
int dossier_is_open_for_writing(int descriptor);

/// The type of the file system that `path` lies on, a magic number of statfs(2); 0 when it cannot be told.
unsigned int dossier_file_system_type(const char *path);
