#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// What the program finds as its descriptor `number`.
static int give(posix_spawn_file_actions_t *actions, int descriptor, int number) {
    if (descriptor < 0) return posix_spawn_file_actions_addopen(actions, number, "/dev/null", O_RDWR, 0);
    return posix_spawn_file_actions_adddup2(actions, descriptor, number);
}

static int prepare(const struct clinux_launch *launch, posix_spawn_file_actions_t *actions,
                   posix_spawnattr_t *attributes) {
    int error = give(actions, launch->input, 0);
    if (!error) error = give(actions, launch->output, 1);
    if (!error) error = give(actions, launch->error, 2);
    // Whatever else is open here, marked close-on-exec or not, and whichever thread opens it meanwhile.
    if (!error) error = posix_spawn_file_actions_addclosefrom_np(actions, 3);
    // Our threads block all signals and ignore broken pipes; a program must not inherit that.
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    if (!error) error = posix_spawnattr_setsigmask(attributes, &none);
    if (!error) error = posix_spawnattr_setsigdefault(attributes, &all);
    if (!error) error = posix_spawnattr_setpgroup(attributes, 0);
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    if (launch->leads_group) flags |= POSIX_SPAWN_SETPGROUP;
    if (!error) error = posix_spawnattr_setflags(attributes, flags);
    return error;
}

/// Whoever started us may have ignored the end of children, which is inherited (execve(2)); the kernel then forgets
/// how they ended (wait(2)).
static void hear_of_endings(void) {
    struct sigaction now;
    if (sigaction(SIGCHLD, NULL, &now) != 0) return;
    if (now.sa_handler != SIG_IGN && !(now.sa_flags & SA_NOCLDWAIT)) return;
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigaction(SIGCHLD, &usual, NULL);
}

int clinux_program_start(const struct clinux_launch *launch, char *const *words, char *const *environment,
                         int *ended) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);
    if (error) return -error;
    error = posix_spawnattr_init(&attributes);
    if (error) {
        posix_spawn_file_actions_destroy(&actions);
        return -error;
    }
    hear_of_endings();
    pid_t identifier = 0;
    error = prepare(launch, &actions, &attributes);
    if (!error) {
        error = posix_spawnp(&identifier, words[0], &actions, &attributes, words, environment ? environment : environ);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error) return -error;
    // Nobody has waited for it, so the number is still its own (pidfd_open(2)); close-on-exec by itself.
    *ended = (int)syscall(SYS_pidfd_open, identifier, 0);
    if (*ended >= 0) return identifier;
    error = errno;
    kill(identifier, SIGKILL);
    waitpid(identifier, NULL, 0);
    return -error;
}

int clinux_program_ending(int identifier) {
    int status = 0;
    pid_t answer;
    do {
        answer = waitpid(identifier, &status, WNOHANG);
    } while (answer < 0 && errno == EINTR);
    if (answer < 0) return -errno;
    if (answer == 0) return -EAGAIN;
    return WIFSIGNALED(status) ? CLINUX_SIGNALLED + WTERMSIG(status) : WEXITSTATUS(status);
}
