#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <string.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

int64_t clinux_boot_nanoseconds(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t clinux_monotonic_microseconds(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t clinux_wall_milliseconds(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int clinux_clock_is_synchronised(void) {
    struct timex query;
    memset(&query, 0, sizeof query);
    int state = adjtimex(&query);
    if (state < 0) return -errno;
    return state != TIME_ERROR && !(query.status & STA_UNSYNC);
}

int clinux_boot_timer(void) {
    int descriptor = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    return descriptor >= 0 ? descriptor : -errno;
}

int clinux_boot_timer_set(int descriptor, int64_t nanoseconds) {
    // All zero would disarm: the first nanosecond after boot is in the past too.
    if (nanoseconds < 1) nanoseconds = 1;
    struct itimerspec when = {.it_value = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000}};
    return timerfd_settime(descriptor, TFD_TIMER_ABSTIME, &when, NULL) == 0 ? 0 : -errno;
}

int clinux_boot_timer_clear(int descriptor) {
    struct itimerspec never = {0};
    return timerfd_settime(descriptor, 0, &never, NULL) == 0 ? 0 : -errno;
}

int clinux_step_watch(void) {
    int descriptor = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    if (descriptor < 0) return -errno;
    int armed = clinux_step_watch_arm(descriptor);
    if (armed < 0) {
        close(descriptor);
        return armed;
    }
    return descriptor;
}

int clinux_step_watch_arm(int descriptor) {
    // A hundred years from now: only a step wakes it.
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    struct itimerspec when = {.it_value = {.tv_sec = now.tv_sec + (time_t)100 * 365 * 86400}};
    return timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) == 0 ? 0 : -errno;
}
