// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process_surroundings.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>
#include <climits>
#include <fcntl.h>
#include <unistd.h>

namespace hookworks {

namespace {

bool isText(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes;
}

/// The bytes that are no text written as `\xff`.
QString shown(const QByteArray& bytes)
{
    QString text;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        text += code >= 0x20 && code < 0x7f ? QString(QLatin1Char(byte))
                                            : QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
    }
    return text;
}

} // namespace

void openStandardDescriptors()
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) >= 0)
            continue;
        const int opened = ::open("/dev/null", O_RDWR);
        if (opened >= 0 && opened != descriptor) {
            ::dup2(opened, descriptor);
            ::close(opened);
        }
    }
}

Result<void> checkNamesAreText(int argc, char* argv[])
{
    for (int i = 1; i < argc; ++i) {
        if (!isText(argv[i]))
            return fail(ErrorCode::BadInput,
                        QCoreApplication::translate("hookworks",
                                                    "Argument %1 is no UTF-8: %2. Rename the file "
                                                    "that it means, or read it from standard input.")
                            .arg(i)
                            .arg(shown(argv[i])));
    }
    for (const char* const name :
         {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "HOOKWORKS_KEY_FILE"}) {
        if (!isText(qgetenv(name)))
            return fail(ErrorCode::BadInput, QCoreApplication::translate(
                                                 "hookworks", "%1 in the environment is no UTF-8: %2. Name "
                                                              "another place.")
                                                 .arg(QString::fromLatin1(name), shown(qgetenv(name))));
    }
    std::array<char, PATH_MAX> folder{};
    if (::getcwd(folder.data(), folder.size()) && !isText(folder.data()))
        return fail(ErrorCode::BadInput, QCoreApplication::translate(
                                             "hookworks", "The name of the current folder is no UTF-8: %1. "
                                                          "Change to another one.")
                                             .arg(shown(folder.data())));
    return {};
}

} // namespace hookworks
