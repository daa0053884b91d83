// A file of its own: the header of struct termios2 clashes with <termios.h>.
#include "CLinux.h"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <errno.h>

extern int ioctl(int descriptor, unsigned long request, ...);

int clinux_serial_custom_speed(int descriptor, uint32_t speed) {
    struct termios2 line;
    if (ioctl(descriptor, TCGETS2, &line) != 0) return -errno;
    line.c_cflag &= ~(tcflag_t)(CBAUD | (CBAUD << IBSHIFT));
    line.c_cflag |= BOTHER | (BOTHER << IBSHIFT);
    line.c_ispeed = speed;
    line.c_ospeed = speed;
    return ioctl(descriptor, TCSETS2, &line) == 0 ? 0 : -errno;
}

int64_t clinux_serial_speed(int descriptor) {
    struct termios2 line;
    if (ioctl(descriptor, TCGETS2, &line) != 0) return -errno;
    return line.c_ospeed;
}
