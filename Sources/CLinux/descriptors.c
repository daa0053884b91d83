#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

int clinux_close(int descriptor) {
    // After EINTR Linux has closed it all the same (close(2)); closing again could hit another's.
    return close(descriptor) == 0 || errno == EINTR ? 0 : -errno;
}

int clinux_set_nonblocking(int descriptor) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0) return -errno;
    return fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 ? 0 : -errno;
}

long clinux_read(int descriptor, void *buffer, size_t count) {
    for (;;) {
        ssize_t result = read(descriptor, buffer, count);
        if (result >= 0) return result;
        if (errno != EINTR) return -errno;
    }
}

long clinux_write(int descriptor, const void *bytes, size_t count) {
    for (;;) {
        ssize_t result = write(descriptor, bytes, count);
        if (result >= 0) return result;
        if (errno != EINTR) return -errno;
    }
}

void clinux_error_text(int error, char *buffer, size_t count) {
    if (count == 0) return;
    // The GNU form: the answer may be another string than the buffer.
    const char *text = strerror_r(error, buffer, count);
    if (text != buffer) snprintf(buffer, count, "%s", text);
}

int clinux_eventfd(void) {
    int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return descriptor >= 0 ? descriptor : -errno;
}

int clinux_eventfd_signal(int descriptor) {
    uint64_t one = 1;
    long result = clinux_write(descriptor, &one, sizeof one);
    // EAGAIN: the count is at its top, so it is readable already.
    return result >= 0 || result == -EAGAIN ? 0 : (int)result;
}

int64_t clinux_drain_counter(int descriptor) {
    uint64_t count = 0;
    long result = clinux_read(descriptor, &count, sizeof count);
    if (result == sizeof count) return count > INT64_MAX ? INT64_MAX : (int64_t)count;
    return result == -EAGAIN ? 0 : result < 0 ? result : -EIO;
}

static uint32_t epoll_interest(uint32_t interest) {
    return ((interest & CLINUX_INPUT) ? EPOLLIN : 0) | ((interest & CLINUX_OUTPUT) ? EPOLLOUT : 0);
}

static int epoll_control(int epoll, int operation, int descriptor, uint32_t interest, uint64_t token) {
    struct epoll_event event = {.events = epoll_interest(interest), .data.u64 = token};
    return epoll_ctl(epoll, operation, descriptor, &event) == 0 ? 0 : -errno;
}

int clinux_epoll_create(void) {
    int descriptor = epoll_create1(EPOLL_CLOEXEC);
    return descriptor >= 0 ? descriptor : -errno;
}

int clinux_epoll_add(int epoll, int descriptor, uint32_t interest, uint64_t token) {
    return epoll_control(epoll, EPOLL_CTL_ADD, descriptor, interest, token);
}

int clinux_epoll_change(int epoll, int descriptor, uint32_t interest, uint64_t token) {
    return epoll_control(epoll, EPOLL_CTL_MOD, descriptor, interest, token);
}

int clinux_epoll_remove(int epoll, int descriptor) {
    return epoll_control(epoll, EPOLL_CTL_DEL, descriptor, 0, 0);
}

int clinux_epoll_wait(int epoll, struct clinux_ready *ready, int count) {
    enum { BATCH = 32 };
    struct epoll_event events[BATCH];
    int filled = epoll_wait(epoll, events, count < BATCH ? count : BATCH, -1);
    if (filled < 0) return errno == EINTR ? 0 : -errno;
    for (int index = 0; index < filled; index++) {
        uint32_t seen = events[index].events;
        ready[index].token = events[index].data.u64;
        ready[index].readiness = ((seen & EPOLLIN) ? CLINUX_INPUT : 0) | ((seen & EPOLLOUT) ? CLINUX_OUTPUT : 0) |
                                 ((seen & EPOLLHUP) ? CLINUX_HANG_UP : 0) | ((seen & EPOLLERR) ? CLINUX_ERROR : 0);
    }
    return filled;
}

int clinux_poll(const int *descriptors, const uint32_t *interest, uint32_t *readiness, int count,
                int timeout_milliseconds) {
    enum { LONGEST = 64 };
    struct pollfd polled[LONGEST];
    if (count < 0 || count > LONGEST) return -EINVAL;
    for (int index = 0; index < count; index++) {
        uint32_t wanted = interest[index];
        polled[index].fd = descriptors[index];
        polled[index].events =
            (short)(((wanted & CLINUX_INPUT) ? POLLIN : 0) | ((wanted & CLINUX_OUTPUT) ? POLLOUT : 0));
        polled[index].revents = 0;
    }
    int result = poll(polled, (nfds_t)count, timeout_milliseconds);
    if (result < 0) return -errno;
    for (int index = 0; index < count; index++) {
        short seen = polled[index].revents;
        readiness[index] = ((seen & POLLIN) ? CLINUX_INPUT : 0) | ((seen & POLLOUT) ? CLINUX_OUTPUT : 0) |
                           ((seen & POLLHUP) ? CLINUX_HANG_UP : 0) |
                           ((seen & (POLLERR | POLLNVAL)) ? CLINUX_ERROR : 0);
    }
    return result;
}
