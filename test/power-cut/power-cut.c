/*
 * A disk that loses what was not synced. Preloaded into a writer; watches every file below CUT_DIR except *-shm (a mapped
 * index that SQLite rebuilds). It keeps, for each file, the writes since its last fsync or fdatasync, and knows whether
 * the file's directory entry was synced. At each "cut" it lays down in CUT_OUT/<n> what a disk could hold after the
 * power failed at this moment, says "CUT <n>" on stdout, and lets the writer go on: one process gives many cuts. The
 * last cut ends the process.
 *
 * What a cut keeps of the unsynced writes: nothing (n % 3 == 0), a random choice of 512-byte sectors in any order (1),
 * or the first few writes whole (2). Files whose entry was not synced are missing (0) or there by chance (1, 2).
 */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
#define FILES 64
#define SECTOR 512

struct change { off_t at, old_size, new_size; size_t old_length, length; char *old, *now; };
struct file {
  char path[512];
  int used, entry_synced;
  struct change *changes;
  size_t count, room;
};

static struct file files[FILES];
static int file_of[FDS]; /* index + 1 */
static char directory_of[FDS][512];
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char root[512], out[512];
static long operations, next_cut = -1, spacing;
static int cuts, cuts_left, ready;
static unsigned long long dice;

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)

static void die(const char *why) { dprintf(2, "power-cut shim: %s\n", why); _exit(99); }
static unsigned roll(unsigned sides) {
  dice ^= dice << 13; dice ^= dice >> 7; dice ^= dice << 17;
  return sides ? (unsigned)(dice % sides) : 0;
}
static void plan_cut(void) { next_cut = operations + 1 + roll(2 * spacing); }

static int below_root(const char *path) {
  size_t n = strlen(root), m = strlen(path);
  if (!ready || strncmp(path, root, n) != 0 || (path[n] != '/' && path[n] != 0)) return 0;
  return !(m > 4 && strcmp(path + m - 4, "-shm") == 0);
}
static struct file *find(const char *path) {
  for (int i = 0; i < FILES; i++) if (files[i].used && strcmp(files[i].path, path) == 0) return &files[i];
  return NULL;
}
static struct file *new_file(const char *path, int entry_synced) {
  struct file *f = NULL;
  for (int i = 0; i < FILES && !f; i++) if (!files[i].used) f = &files[i];
  if (!f) die("too many files");
  f->used = 1;
  f->entry_synced = entry_synced;
  snprintf(f->path, sizeof f->path, "%s", path);
  return f;
}
/* What an earlier run left is on the disk, also while this one has not opened it yet. */
static int note_existing(const char *path, const struct stat *st, int kind, struct FTW *where) {
  (void)st;
  (void)where;
  if (kind == FTW_F && below_root(path)) new_file(path, 1);
  return 0;
}
__attribute__((constructor)) static void start(void) {
  const char *dir = getenv("CUT_DIR"), *to = getenv("CUT_OUT"), *n = getenv("CUT_COUNT"), *seed = getenv("CUT_SEED");
  const char *gap = getenv("CUT_SPACING");
  if (!dir || !to || !n || !seed || !gap) return;
  snprintf(root, sizeof root, "%s", dir);
  snprintf(out, sizeof out, "%s", to);
  cuts_left = atoi(n);
  spacing = atol(gap);
  dice = 88172645463325252ULL ^ (strtoull(seed, NULL, 10) * 2654435761ULL);
  for (int i = 0; i < 8; i++) roll(2);
  plan_cut();
  ready = 1;
  nftw(root, note_existing, 8, FTW_PHYS);
}

static void forget_changes(struct file *f) {
  for (size_t i = 0; i < f->count; i++) { free(f->changes[i].old); free(f->changes[i].now); }
  f->count = 0;
}
static struct change *add_change(struct file *f) {
  if (f->count == f->room) {
    f->room = f->room ? f->room * 2 : 64;
    f->changes = realloc(f->changes, f->room * sizeof *f->changes);
    if (!f->changes) die("out of memory");
  }
  memset(&f->changes[f->count], 0, sizeof *f->changes);
  return &f->changes[f->count++];
}
static struct file *of(int fd) { return ready && fd >= 0 && fd < FDS && file_of[fd] ? &files[file_of[fd] - 1] : NULL; }

/* Remembers what stands where fd is going to be written (length > 0) or cut (new_size < size). */
static void remember(struct file *f, int fd, off_t at, const char *now, size_t length, off_t new_size) {
  struct stat st;
  if (fstat(fd, &st)) die("fstat");
  struct change *c = add_change(f);
  off_t from = now ? at : new_size, to = now ? at + (off_t)length : st.st_size;
  if (to > st.st_size) to = st.st_size;
  c->at = from;
  c->old_size = st.st_size;
  c->old_length = to > from ? (size_t)(to - from) : 0;
  c->old = malloc(c->old_length + 1);
  if (c->old_length) {
    char self[64];
    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    int in = (int)syscall(SYS_openat, AT_FDCWD, self, O_RDONLY | O_CLOEXEC);
    if (in < 0 || pread(in, c->old, c->old_length, from) != (ssize_t)c->old_length) die("cannot read old content");
    syscall(SYS_close, in);
  }
  if (now) {
    c->length = length;
    c->now = malloc(length + 1);
    memcpy(c->now, now, length);
    c->new_size = at + (off_t)length > st.st_size ? at + (off_t)length : st.st_size;
  } else c->new_size = new_size;
}

static void must_write(int fd, const void *data, size_t n, off_t at) {
  if (n && syscall(SYS_pwrite64, fd, data, n, at) != (long)n) die("cannot write the picture");
}
static void picture(struct file *f, const char *to, int mode) {
  char path[1200];
  snprintf(path, sizeof path, "%s%s", to, f->path + strlen(root));
  for (char *p = path + strlen(to) + 1; *p; p++) if (*p == '/') { *p = 0; mkdir(path, 0700); *p = '/'; }
  int in = (int)syscall(SYS_openat, AT_FDCWD, f->path, O_RDONLY | O_CLOEXEC);
  if (in < 0) return;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) die("cannot create the picture");
  static char block[1 << 16];
  off_t at = 0;
  for (long n; (n = pread(in, block, sizeof block, at)) > 0; at += n) must_write(fd, block, (size_t)n, at);
  syscall(SYS_close, in);
  for (size_t i = f->count; i-- > 0;) {
    struct change *c = &f->changes[i];
    must_write(fd, c->old, c->old_length, c->at);
    if (syscall(SYS_ftruncate, fd, c->old_size)) die("cannot cut the picture");
  }
  size_t kept = mode == 2 ? roll((unsigned)f->count + 1) : 0;
  for (size_t i = 0; i < f->count && mode; i++) {
    struct change *c = &f->changes[i];
    if (mode == 2 && i >= kept) break;
    if (!c->now) { if (mode == 2 || roll(2)) syscall(SYS_ftruncate, fd, c->new_size); continue; }
    if (mode == 2) { must_write(fd, c->now, c->length, c->at); continue; }
    for (size_t s = 0; s < c->length; s += SECTOR)
      if (roll(2)) must_write(fd, c->now + s, c->length - s < SECTOR ? c->length - s : SECTOR, c->at + (off_t)s);
  }
  syscall(SYS_close, fd);
}

/* Called before every operation that changes what the disk holds. */
static void tick(void) {
  if (++operations < next_cut || cuts_left <= 0) return;
  char to[600];
  int mode = cuts % 3;
  snprintf(to, sizeof to, "%s/%d", out, cuts);
  if (mkdir(to, 0700)) die("cannot make the directory of a picture");
  for (int i = 0; i < FILES; i++)
    if (files[i].used && (files[i].entry_synced || (mode && roll(2)))) picture(&files[i], to, mode);
  char line[64];
  int n = snprintf(line, sizeof line, "CUT %d\n", cuts);
  if (syscall(SYS_write, 1, line, n) != n) die("nobody reads");
  cuts++;
  if (--cuts_left == 0) _exit(0);
  plan_cut();
}

static void opened(int fd, const char *path, int existed) {
  if (fd < 0 || fd >= FDS) return;
  file_of[fd] = 0;
  directory_of[fd][0] = 0;
  if (!below_root(path)) return;
  struct stat st;
  if (fstat(fd, &st)) return;
  if (S_ISDIR(st.st_mode)) { snprintf(directory_of[fd], sizeof directory_of[fd], "%s", path); return; }
  struct file *f = find(path);
  if (!f) f = new_file(path, existed);
  file_of[fd] = (int)(f - files) + 1;
}
static int do_open(int dir, const char *path, int flags, mode_t mode) {
  pthread_mutex_lock(&lock);
  int watched = path && path[0] == '/' && below_root(path);
  int existed = watched && access(path, F_OK) == 0;
  if (watched && (flags & O_TRUNC) && existed && (flags & O_ACCMODE) != O_RDONLY) {
    int probe = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    struct file *f = find(path);
    if (probe >= 0 && f) { tick(); remember(f, probe, 0, NULL, 0, 0); }
    if (probe >= 0) syscall(SYS_close, probe);
  }
  int fd = (int)syscall(SYS_openat, dir, path, flags, mode);
  if (watched) opened(fd, path, existed);
  else if (fd >= 0 && fd < FDS) { file_of[fd] = 0; directory_of[fd][0] = 0; }
  pthread_mutex_unlock(&lock);
  return fd;
}
#define MODE(flags, mode) mode_t mode = 0; if ((flags) & (O_CREAT | __O_TMPFILE)) { \
  va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
int open(const char *path, int flags, ...) { MODE(flags, mode) return do_open(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) return do_open(AT_FDCWD, path, flags, mode); }
int openat(int dir, const char *path, int flags, ...) { MODE(flags, mode) return do_open(dir, path, flags, mode); }
int openat64(int dir, const char *path, int flags, ...) { MODE(flags, mode) return do_open(dir, path, flags, mode); }

static void before_write(int fd, const void *data, size_t n, off_t at) {
  struct file *f = of(fd);
  if (!f) return;
  if (fcntl(fd, F_GETFL) & O_APPEND) at = lseek(fd, 0, SEEK_END);
  tick();
  remember(f, fd, at, data, n, 0);
}
ssize_t write(int fd, const void *data, size_t n) {
  REAL(write);
  if (!of(fd)) return real(fd, data, n);
  pthread_mutex_lock(&lock);
  before_write(fd, data, n, lseek(fd, 0, SEEK_CUR));
  ssize_t written = real(fd, data, n);
  pthread_mutex_unlock(&lock);
  return written;
}
static ssize_t do_pwrite(int fd, const void *data, size_t n, off_t at) {
  pthread_mutex_lock(&lock);
  before_write(fd, data, n, at);
  ssize_t written = syscall(SYS_pwrite64, fd, data, n, at);
  pthread_mutex_unlock(&lock);
  return written;
}
ssize_t pwrite(int fd, const void *data, size_t n, off_t at) { return do_pwrite(fd, data, n, at); }
ssize_t pwrite64(int fd, const void *data, size_t n, off_t at) { return do_pwrite(fd, data, n, at); }
ssize_t writev(int fd, const struct iovec *v, int n) {
  REAL(writev);
  if (of(fd)) die("writev on a watched file");
  return real(fd, v, n);
}
static int do_truncate(int fd, off_t size) {
  pthread_mutex_lock(&lock);
  struct file *f = of(fd);
  if (f) { tick(); remember(f, fd, 0, NULL, 0, size); }
  int answer = (int)syscall(SYS_ftruncate, fd, size);
  pthread_mutex_unlock(&lock);
  return answer;
}
int ftruncate(int fd, off_t size) { return do_truncate(fd, size); }
int ftruncate64(int fd, off_t size) { return do_truncate(fd, size); }
int fallocate(int fd, int mode, off_t at, off_t n) {
  REAL(fallocate);
  if (of(fd)) die("fallocate on a watched file");
  return real(fd, mode, at, n);
}

static void before_sync(int fd) { if (of(fd) || (ready && fd >= 0 && fd < FDS && directory_of[fd][0])) tick(); }
static void after_sync(int fd) {
  struct file *f = of(fd);
  if (f) forget_changes(f);
  if (!ready || fd < 0 || fd >= FDS || !directory_of[fd][0]) return;
  size_t n = strlen(directory_of[fd]);
  for (int i = 0; i < FILES; i++)
    if (files[i].used && strncmp(files[i].path, directory_of[fd], n) == 0 && files[i].path[n] == '/' &&
        !strchr(files[i].path + n + 1, '/')) files[i].entry_synced = 1;
}
/* The real sync is left out: only this shim's books count, and the test is so much faster. */
static int do_sync(int fd) {
  pthread_mutex_lock(&lock);
  before_sync(fd);
  after_sync(fd);
  pthread_mutex_unlock(&lock);
  return 0;
}
int fsync(int fd) { return do_sync(fd); }
int fdatasync(int fd) { return do_sync(fd); }

int close(int fd) {
  pthread_mutex_lock(&lock);
  if (fd >= 0 && fd < FDS) { file_of[fd] = 0; directory_of[fd][0] = 0; }
  pthread_mutex_unlock(&lock);
  return (int)syscall(SYS_close, fd);
}
int unlink(const char *path) {
  REAL(unlink);
  pthread_mutex_lock(&lock);
  struct file *f = ready ? find(path) : NULL;
  if (f) { tick(); forget_changes(f); f->used = 0; }
  int answer = real(path);
  pthread_mutex_unlock(&lock);
  return answer;
}
int rename(const char *from, const char *to) {
  REAL(rename);
  pthread_mutex_lock(&lock);
  struct file *f = ready ? find(from) : NULL;
  if (f) {
    tick();
    struct file *old = find(to);
    if (old) { forget_changes(old); old->used = 0; }
    snprintf(f->path, sizeof f->path, "%s", to);
    f->entry_synced = 0;
  }
  int answer = real(from, to);
  pthread_mutex_unlock(&lock);
  return answer;
}
