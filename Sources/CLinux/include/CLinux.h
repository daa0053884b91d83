#pragma once

// What Glibc's Swift module lacks (epoll, timerfd, eventfd, adjtimex, pidfd, struct ucred, termios2), as plain
// functions over integers. Every function that can fail returns a value of 0 or more, or the negative
// error number: the caller never reads errno, which Swift code between the call and the read may change.

#include <stddef.h>
#include <stdint.h>

// MARK: Descriptors

int clinux_close(int descriptor);
int clinux_set_nonblocking(int descriptor);
/// Bytes read; 0 at the end; negative error. Retries EINTR.
long clinux_read(int descriptor, void *buffer, size_t count);
/// Bytes written; negative error. Retries EINTR.
long clinux_write(int descriptor, const void *bytes, size_t count);
/// The sentence of strerror_r for an error number, always terminated.
void clinux_error_text(int error, char *buffer, size_t count);

// MARK: Events

int clinux_eventfd(void);
int clinux_eventfd_signal(int descriptor);
/// Reads the eight bytes of an eventfd or timerfd: its count, 0 when there was none, or negative error.
int64_t clinux_drain_counter(int descriptor);

enum {
    CLINUX_INPUT = 1,
    CLINUX_OUTPUT = 2,
    CLINUX_HANG_UP = 4,
    CLINUX_ERROR = 8,
};

struct clinux_ready {
    uint64_t token;
    uint32_t readiness;
};

int clinux_epoll_create(void);
int clinux_epoll_add(int epoll, int descriptor, uint32_t interest, uint64_t token);
int clinux_epoll_change(int epoll, int descriptor, uint32_t interest, uint64_t token);
int clinux_epoll_remove(int epoll, int descriptor);
/// Waits without a time limit. Number of entries filled in; 0 when a signal came.
int clinux_epoll_wait(int epoll, struct clinux_ready *ready, int count);
/// Like poll(2) for one descriptor list; `interest` in, `readiness` out. A signal returns -EINTR.
int clinux_poll(const int *descriptors, const uint32_t *interest, uint32_t *readiness, int count,
                int timeout_milliseconds);

// MARK: Time

int64_t clinux_boot_nanoseconds(void);
int64_t clinux_monotonic_microseconds(void);
int64_t clinux_wall_milliseconds(void);
/// 1 when the kernel's clock is disciplined by a time source, 0 when not, negative error (EPERM where a
/// sandbox forbids the question). It only reads.
int clinux_clock_is_synchronised(void);
int clinux_boot_timer(void);
/// Arms for one expiry at the kernel's boot time; a time in the past fires at once.
int clinux_boot_timer_set(int descriptor, int64_t nanoseconds);
int clinux_boot_timer_clear(int descriptor);
int clinux_step_watch(void);
/// Arms again: the next step of the wall clock makes the descriptor readable.
int clinux_step_watch_arm(int descriptor);

// MARK: Threads and signals

/// Starts a thread with every signal blocked and its name set (15 bytes are kept).
int clinux_thread_start(void *(*body)(void *), void *context, size_t stack_bytes, const char *name,
                        unsigned long *thread);
int clinux_ignore_broken_pipes(void);
/// A signalfd for one signal, which this also blocks in the calling thread.
int clinux_signal_descriptor(int signal_number);
/// The signal read from a signalfd, 0 when none waits, negative error.
int clinux_signal_read(int descriptor);

// MARK: Programs

/// How a program is started, besides its words.
struct clinux_launch {
    /// What it finds as its descriptors 0, 1 and 2; -1 for /dev/null. It gets no other descriptor.
    int input;
    int output;
    int error;
    /// Whether it and what it starts are a process group of their own, which the terminal's Ctrl-C leaves alone.
    int leads_group;
};

enum { CLINUX_SIGNALLED = 256 };

/// Starts a program, searched on PATH, with every signal as at a login; its number, or negative error, also
/// when there is no such program.
///
/// `environment` NULL is ours. `ended` gets a descriptor that is readable once it has ended.
int clinux_program_start(const struct clinux_launch *launch, char *const *words, char *const *environment,
                         int *ended);
/// How it ended, told once: its status, or CLINUX_SIGNALLED and the signal; -EAGAIN while it runs.
int clinux_program_ending(int identifier);

// MARK: Unix sockets

struct clinux_peer {
    int32_t pid;
    uint32_t uid;
    uint32_t gid;
};

/// The longest path (or abstract name) of a Unix socket, without the closing zero.
int clinux_socket_path_limit(void);
/// A listening stream socket at `path` with these permission bits from its first moment.
int clinux_unix_listen(const char *path, uint32_t mode, int backlog);
/// -EAGAIN when nobody waits.
int clinux_unix_accept(int descriptor);
int clinux_unix_connect(const char *path);
int clinux_peer_credentials(int descriptor, struct clinux_peer *peer);
/// Bytes sent, without raising SIGPIPE; negative error.
long clinux_send(int descriptor, const void *bytes, size_t count);
/// A datagram socket bound to `path`; a leading '@' means the abstract namespace.
int clinux_datagram_bind(const char *path);
/// Sends one datagram to `path`; a leading '@' means the abstract namespace.
long clinux_datagram_send(const char *path, const void *bytes, size_t count);

// MARK: Terminals

/// The master of a new pseudo-terminal, in raw mode, and the path of its other end.
int clinux_pty_open(char *path, size_t count);

enum { CLINUX_PARITY_NONE = 0, CLINUX_PARITY_EVEN = 1, CLINUX_PARITY_ODD = 2 };

/// Opens a terminal device for exclusive raw use; no controlling terminal, not blocking.
int clinux_serial_open(const char *path);
/// Raw mode, local line, no hang-up on close, no flow control, with this speed and frame.
int clinux_serial_configure(int descriptor, uint32_t speed, int data_bits, int parity, int stop_bits);
/// Sets a speed that has no constant in <termios.h>.
int clinux_serial_custom_speed(int descriptor, uint32_t speed);
/// The speed that the line now has, bits per second; negative error.
int64_t clinux_serial_speed(int descriptor);
/// Forgets what was received and not read, and what was written and not sent.
int clinux_serial_flush(int descriptor);
