/* A stub of the NVIDIA driver's library libcuda.so.1, on a machine without a card: every start says so. */

enum { SUCCESS = 0, NO_DEVICE = 100 };

int cuInit(unsigned int flags) {
    (void)flags;
    return NO_DEVICE;
}

int cuDriverGetVersion(int *version) {
    *version = 13000;
    return SUCCESS;
}

int cuDeviceGetCount(int *count) {
    *count = 0;
    return NO_DEVICE;
}
