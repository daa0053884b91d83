#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

int clinux_socket_path_limit(void) { return (int)sizeof((struct sockaddr_un *)0)->sun_path - 1; }

static int make_address(const char *path, struct sockaddr_un *address, socklen_t *length) {
    size_t count = strlen(path);
    if (count == 0) return -EINVAL;
    if (count > (size_t)clinux_socket_path_limit()) return -ENAMETOOLONG;
    memset(address, 0, sizeof *address);
    address->sun_family = AF_UNIX;
    memcpy(address->sun_path, path, count);
    *length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + count + 1);
    if (path[0] == '@') {
        // unix(7): an abstract name begins with a zero and is as long as the address says.
        address->sun_path[0] = 0;
        *length -= 1;
    }
    return 0;
}

static int unix_socket(int type) {
    int descriptor = socket(AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    return descriptor >= 0 ? descriptor : -errno;
}

static int closed_with(int descriptor, int error) {
    close(descriptor);
    return -error;
}

int clinux_unix_listen(const char *path, uint32_t mode, int backlog) {
    struct sockaddr_un address;
    socklen_t length;
    int result = make_address(path, &address, &length);
    if (result < 0) return result;
    int descriptor = unix_socket(SOCK_STREAM);
    if (descriptor < 0) return descriptor;
    // On Linux the permissions of the socket itself become those of its file at bind, less the umask, so
    // the file never exists with more than `mode`; chmod then gives the bits that the umask took.
    if (fchmod(descriptor, mode) != 0) return closed_with(descriptor, errno);
    if (bind(descriptor, (struct sockaddr *)&address, length) != 0) return closed_with(descriptor, errno);
    if (path[0] != '@' && chmod(path, mode) != 0) return closed_with(descriptor, errno);
    if (listen(descriptor, backlog) != 0) return closed_with(descriptor, errno);
    return descriptor;
}

int clinux_unix_accept(int descriptor) {
    for (;;) {
        int accepted = accept4(descriptor, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (accepted >= 0) return accepted;
        if (errno != EINTR && errno != ECONNABORTED) return -errno;
    }
}

int clinux_unix_connect(const char *path) {
    struct sockaddr_un address;
    socklen_t length;
    int result = make_address(path, &address, &length);
    if (result < 0) return result;
    int descriptor = unix_socket(SOCK_STREAM);
    if (descriptor < 0) return descriptor;
    if (connect(descriptor, (struct sockaddr *)&address, length) != 0) return closed_with(descriptor, errno);
    return descriptor;
}

int clinux_peer_credentials(int descriptor, struct clinux_peer *peer) {
    struct ucred credentials;
    socklen_t length = sizeof credentials;
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0) return -errno;
    peer->pid = credentials.pid;
    peer->uid = credentials.uid;
    peer->gid = credentials.gid;
    return 0;
}

long clinux_send(int descriptor, const void *bytes, size_t count) {
    for (;;) {
        ssize_t result = send(descriptor, bytes, count, MSG_NOSIGNAL);
        if (result >= 0) return result;
        if (errno != EINTR) return -errno;
    }
}

int clinux_datagram_bind(const char *path) {
    struct sockaddr_un address;
    socklen_t length;
    int result = make_address(path, &address, &length);
    if (result < 0) return result;
    int descriptor = unix_socket(SOCK_DGRAM);
    if (descriptor < 0) return descriptor;
    if (bind(descriptor, (struct sockaddr *)&address, length) != 0) return closed_with(descriptor, errno);
    return descriptor;
}

long clinux_datagram_send(const char *path, const void *bytes, size_t count) {
    struct sockaddr_un address;
    socklen_t length;
    int result = make_address(path, &address, &length);
    if (result < 0) return result;
    int descriptor = unix_socket(SOCK_DGRAM);
    if (descriptor < 0) return descriptor;
    ssize_t sent;
    do {
        sent = sendto(descriptor, bytes, count, MSG_NOSIGNAL, (struct sockaddr *)&address, length);
    } while (sent < 0 && errno == EINTR);
    int error = errno;
    close(descriptor);
    return sent >= 0 ? sent : -error;
}
