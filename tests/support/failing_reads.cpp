// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For LD_PRELOAD: while the file that HOOKWORKS_TEST_FAILING_READS names is there, each read of a workspace
// fails as a failing disk's does (EIO).
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <unistd.h>

namespace {

using Pread = ssize_t (*)(int, void*, size_t, off64_t);

bool isOfAWorkspace(int descriptor)
{
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    std::array<char, 4096> path{};
    return ::readlink(link.c_str(), path.data(), path.size() - 1) > 0 &&
           std::strstr(path.data(), ".hookworks") != nullptr;
}

} // namespace

extern "C" ssize_t pread64(int descriptor, void* buffer, size_t count, off64_t offset)
{
    static const auto next = reinterpret_cast<Pread>(::dlsym(RTLD_NEXT, "pread64"));
    const char* const failing = std::getenv("HOOKWORKS_TEST_FAILING_READS");
    if (failing && ::access(failing, F_OK) == 0 && isOfAWorkspace(descriptor)) {
        errno = EIO;
        return -1;
    }
    return next(descriptor, buffer, count, offset);
}
