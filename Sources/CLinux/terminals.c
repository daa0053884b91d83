#define _GNU_SOURCE
#include "CLinux.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

static int closed_with(int descriptor, int error) {
    close(descriptor);
    return -error;
}

int clinux_pty_open(char *path, size_t count) {
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (master < 0) return -errno;
    if (grantpt(master) != 0 || unlockpt(master) != 0) return closed_with(master, errno);
    int error = ptsname_r(master, path, count);
    if (error) return closed_with(master, error);
    // Raw from the start: a pair echoes what is written to the master until somebody says otherwise.
    int result = clinux_serial_configure(master, 115200, 8, CLINUX_PARITY_NONE, 1);
    if (result < 0) return closed_with(master, -result);
    return master;
}

int clinux_serial_open(const char *path) {
    int descriptor = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return -errno;
    struct stat status;
    if (fstat(descriptor, &status) != 0) return closed_with(descriptor, errno);
    if (!S_ISCHR(status.st_mode) || !isatty(descriptor)) return closed_with(descriptor, ENOTTY);
    // Nobody else may open it now: two readers would each get half of the bytes.
    if (ioctl(descriptor, TIOCEXCL) != 0) return closed_with(descriptor, errno);
    return descriptor;
}
