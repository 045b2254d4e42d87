/* Moves the wall clock of a process, and no other clock, by the seconds in the file that CLOCK_FILE names. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

static int (*real)(clockid_t, struct timespec *);
static const int *offset;

__attribute__((constructor)) static void start(void) {
    real = dlsym(RTLD_NEXT, "clock_gettime");
    const char *file = getenv("CLOCK_FILE");
    int descriptor = file == NULL ? -1 : open(file, O_RDONLY);
    void *mapped = descriptor < 0 ? MAP_FAILED : mmap(NULL, sizeof *offset, PROT_READ, MAP_SHARED, descriptor, 0);
    offset = mapped == MAP_FAILED ? NULL : mapped;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    if (real == NULL) {
        start();
    }
    int result = real(clock, now);
    if (result == 0 && clock == CLOCK_REALTIME && offset != NULL) {
        now->tv_sec += *offset;
    }
    return result;
}
