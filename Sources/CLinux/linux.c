#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/vfs.h>

int dossier_rename_noreplace(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

int dossier_is_open_for_writing(int descriptor) {
  if (fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0) {
    return errno == EAGAIN;
  }
  fcntl(descriptor, F_SETLEASE, F_UNLCK);
  return 0;
}

unsigned int dossier_file_system_type(const char *path) {
  struct statfs info;
  return statfs(path, &info) == 0 ? (unsigned int)info.f_type : 0;
}
