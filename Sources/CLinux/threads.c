#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>

_Static_assert(sizeof(pthread_t) == sizeof(unsigned long), "glibc's pthread_t is an unsigned long");

int clinux_thread_start(void *(*body)(void *), void *context, size_t stack_bytes, const char *name,
                        unsigned long *thread) {
    pthread_attr_t attributes;
    int error = pthread_attr_init(&attributes);
    if (error) return -error;
    error = pthread_attr_setstacksize(&attributes, stack_bytes);
    if (error) {
        pthread_attr_destroy(&attributes);
        return -error;
    }
    // The new thread inherits the mask of this one: block all, start it, put ours back.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t started;
    error = pthread_create(&started, &attributes, body, context);
    if (!error) {
        char short_name[16];
        snprintf(short_name, sizeof short_name, "%s", name);
        pthread_setname_np(started, short_name);
        *thread = started;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return -error;
}

int clinux_ignore_broken_pipes(void) {
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    return sigaction(SIGPIPE, &ignored, NULL) == 0 ? 0 : -errno;
}

int clinux_signal_descriptor(int signal_number) {
    sigset_t one;
    sigemptyset(&one);
    if (sigaddset(&one, signal_number) != 0) return -errno;
    int error = pthread_sigmask(SIG_BLOCK, &one, NULL);
    if (error) return -error;
    int descriptor = signalfd(-1, &one, SFD_CLOEXEC | SFD_NONBLOCK);
    return descriptor >= 0 ? descriptor : -errno;
}

int clinux_signal_read(int descriptor) {
    struct signalfd_siginfo info;
    long result = clinux_read(descriptor, &info, sizeof info);
    if (result == sizeof info) return (int)info.ssi_signo;
    return result == -EAGAIN ? 0 : result < 0 ? (int)result : -EIO;
}
