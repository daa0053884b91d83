// A file of its own: the header of struct termios2 clashes with <termios.h>.
#include "CLinux.h"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <errno.h>

extern int ioctl(int descriptor, unsigned long request, ...);

static tcflag_t standard_speed(uint32_t speed) {
    switch (speed) {
    case 300: return B300;
    case 600: return B600;
    case 1200: return B1200;
    case 2400: return B2400;
    case 4800: return B4800;
    case 9600: return B9600;
    case 19200: return B19200;
    case 38400: return B38400;
    case 57600: return B57600;
    case 115200: return B115200;
    case 230400: return B230400;
    case 460800: return B460800;
    case 921600: return B921600;
    default: return BOTHER;
    }
}

static int character_size(int data_bits, tcflag_t *size) {
    switch (data_bits) {
    case 5: *size = CS5; return 0;
    case 6: *size = CS6; return 0;
    case 7: *size = CS7; return 0;
    case 8: *size = CS8; return 0;
    default: return -EINVAL;
    }
}

int clinux_serial_configure(int descriptor, uint32_t speed, int data_bits, int parity, int stop_bits) {
    struct termios2 line;
    tcflag_t size;
    if (speed == 0 || stop_bits < 1 || stop_bits > 2 || character_size(data_bits, &size) != 0) return -EINVAL;
    if (ioctl(descriptor, TCGETS2, &line) != 0) return -errno;
    // cfmakeraw(3)
    line.c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXOFF | IXANY);
    line.c_oflag &= ~(tcflag_t)OPOST;
    line.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    // HUPCL off: Arduino-based receivers reset when DTR falls and rises.
    line.c_cflag &= ~(tcflag_t)(CSIZE | PARENB | PARODD | CMSPAR | CSTOPB | HUPCL | CRTSCTS | CBAUD | (CBAUD << IBSHIFT));
    line.c_cflag |= CLOCAL | CREAD | size | standard_speed(speed);
    if (parity == CLINUX_PARITY_EVEN) line.c_cflag |= PARENB;
    if (parity == CLINUX_PARITY_ODD) line.c_cflag |= PARENB | PARODD;
    if (stop_bits == 2) line.c_cflag |= CSTOPB;
    line.c_ispeed = speed;
    line.c_ospeed = speed;
    // At least one byte a read: in raw mode with VMIN 0 an empty line reads as 0, which is also what an
    // unplugged one reads as. Nothing blocks, since the descriptor is non-blocking.
    line.c_cc[VMIN] = 1;
    line.c_cc[VTIME] = 0;
    return ioctl(descriptor, TCSETS2, &line) == 0 ? 0 : -errno;
}

int64_t clinux_serial_speed(int descriptor) {
    struct termios2 line;
    if (ioctl(descriptor, TCGETS2, &line) != 0) return -errno;
    return line.c_ospeed;
}

int clinux_serial_flush(int descriptor) { return ioctl(descriptor, TCFLSH, TCIOFLUSH) == 0 ? 0 : -errno; }
