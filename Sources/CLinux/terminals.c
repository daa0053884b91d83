#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
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
    struct termios line;
    if (tcgetattr(descriptor, &line) != 0) return closed_with(descriptor, errno);
    // Nobody else may open it now: two readers would each get half of the bytes. Every real terminal knows
    // this request; a line behind some other driver that does not is still better read than refused.
    if (ioctl(descriptor, TIOCEXCL) != 0 && errno != ENOTTY && errno != EINVAL) return closed_with(descriptor, errno);
    return descriptor;
}

static int standard_speed(uint32_t speed, speed_t *code) {
    static const struct {
        uint32_t speed;
        speed_t code;
    } table[] = {
        {300, B300},     {600, B600},     {1200, B1200},   {2400, B2400},     {4800, B4800},
        {9600, B9600},   {19200, B19200}, {38400, B38400}, {57600, B57600},   {115200, B115200},
        {230400, B230400}, {460800, B460800}, {921600, B921600},
    };
    for (size_t index = 0; index < sizeof table / sizeof table[0]; index++) {
        if (table[index].speed != speed) continue;
        *code = table[index].code;
        return 1;
    }
    return 0;
}

static int character_size(int data_bits, tcflag_t *size) {
    switch (data_bits) {
    case 5: *size = CS5; return 1;
    case 6: *size = CS6; return 1;
    case 7: *size = CS7; return 1;
    case 8: *size = CS8; return 1;
    default: return 0;
    }
}

int clinux_serial_configure(int descriptor, uint32_t speed, int data_bits, int parity, int stop_bits) {
    struct termios line;
    tcflag_t size;
    speed_t code = B38400;
    int is_standard = standard_speed(speed, &code);
    if (speed == 0 || stop_bits < 1 || stop_bits > 2 || !character_size(data_bits, &size)) return -EINVAL;
    if (tcgetattr(descriptor, &line) != 0) return -errno;
    cfmakeraw(&line);
    line.c_iflag &= ~(tcflag_t)(IXOFF | IXANY);
    // HUPCL off: Arduino-based receivers reset when DTR falls and rises.
    line.c_cflag &= ~(tcflag_t)(CSIZE | PARENB | PARODD | CMSPAR | CSTOPB | HUPCL | CRTSCTS);
    line.c_cflag |= CLOCAL | CREAD | size;
    if (parity == CLINUX_PARITY_EVEN) line.c_cflag |= PARENB;
    if (parity == CLINUX_PARITY_ODD) line.c_cflag |= PARENB | PARODD;
    if (stop_bits == 2) line.c_cflag |= CSTOPB;
    cfsetspeed(&line, code);
    // At least one byte a read: with VMIN 0 an empty line reads as 0, which is also what an unplugged one
    // reads as. Nothing blocks, since the descriptor is non-blocking.
    line.c_cc[VMIN] = 1;
    line.c_cc[VTIME] = 0;
    if (tcsetattr(descriptor, TCSANOW, &line) != 0) return -errno;
    return is_standard ? 0 : clinux_serial_custom_speed(descriptor, speed);
}

int clinux_serial_flush(int descriptor) { return tcflush(descriptor, TCIOFLUSH) == 0 ? 0 : -errno; }
