// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/key_file_box.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hookworks {

namespace {

constexpr qsizetype keyBytes = 32;
constexpr qsizetype nonceBytes = 12;
constexpr qsizetype tagBytes = 16;
constexpr char formatMark = 1; ///< the first byte of what is sealed, for formats to come

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

unsigned char* octets(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(octets(bytes), static_cast<int>(count)) != 1)
        qFatal("The system gave no random bytes"); // sealing with a guessable nonce would be worse
    return bytes;
}

QString systemWords()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Makes the file complete or not at all: written beside, then linked to its name, so that two programs that
/// start at once end up with one key.
Result<void> makeKey(const QString& keyFile, const QByteArray& key)
{
    const QString folder = QFileInfo(keyFile).absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QByteArray scratch = QFile::encodeName(keyFile) + ".XXXXXX";
    const int descriptor = ::mkstemp(scratch.data());
    if (descriptor < 0)
        return fail(
            ErrorCode::CannotWrite,
            QCoreApplication::translate("hookworks", "The key file %1 cannot be created.").arg(keyFile),
            systemWords());
    const QByteArray line = key.toBase64() + '\n';
    const bool written =
        ::write(descriptor, line.constData(), static_cast<size_t>(line.size())) == line.size() &&
        ::fsync(descriptor) == 0;
    ::close(descriptor);
    const bool linked =
        written &&
        (::link(scratch.constData(), QFile::encodeName(keyFile).constData()) == 0 || errno == EEXIST);
    const QString words = systemWords();
    ::unlink(scratch.constData());
    if (!linked)
        return fail(
            ErrorCode::CannotWrite,
            QCoreApplication::translate("hookworks", "The key file %1 cannot be written.").arg(keyFile),
            words);
    return {};
}

Result<QByteArray> readKey(const QString& keyFile)
{
    QFile file(keyFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotOpen,
                    QCoreApplication::translate("hookworks", "The key file %1 cannot be read.").arg(keyFile),
                    file.errorString());
    struct stat status = {};
    if (::fstat(file.handle(), &status) != 0 || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(
            ErrorCode::CannotOpen,
            QCoreApplication::translate(
                "hookworks", "The key file %1 can be read by others. Take their access away: chmod 600 %1")
                .arg(keyFile));
    const QByteArray key = QByteArray::fromBase64(file.read(4096).trimmed());
    if (!KeyFileBox::isKey(key))
        return fail(ErrorCode::CannotOpen,
                    QCoreApplication::translate("hookworks", "The file %1 is not a key file of Hookworks.")
                        .arg(keyFile));
    return key;
}

bool encrypt(const QByteArray& key, const QByteArray& nonce, const QByteArray& plain, QByteArray& out,
             QByteArray& tag)
{
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    int rest = 0;
    return cipher &&
           EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, octets(key), octets(nonce)) == 1 &&
           EVP_EncryptUpdate(cipher.get(), octets(out), &length, octets(plain),
                             static_cast<int>(plain.size())) == 1 &&
           EVP_EncryptFinal_ex(cipher.get(), octets(out) + length, &rest) == 1 &&
           EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, tag.data()) == 1;
}

bool decrypt(const QByteArray& key, QByteArrayView nonce, QByteArrayView sealed, QByteArray tag,
             QByteArray& out)
{
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    int rest = 0;
    return cipher &&
           EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, octets(key), octets(nonce)) == 1 &&
           EVP_DecryptUpdate(cipher.get(), octets(out), &length, octets(sealed),
                             static_cast<int>(sealed.size())) == 1 &&
           EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()) == 1 &&
           EVP_DecryptFinal_ex(cipher.get(), octets(out) + length, &rest) == 1;
}

} // namespace

Result<std::unique_ptr<KeyFileBox>> KeyFileBox::open(const QString& keyFile)
{
    if (!QFileInfo::exists(keyFile)) {
        if (auto made = makeKey(keyFile, newKey()); !made)
            return tl::unexpected(made.error());
    }
    return readKey(keyFile).map([](QByteArray key) { return std::make_unique<KeyFileBox>(std::move(key)); });
}

Result<QByteArray> KeyFileBox::keyIn(const QString& keyFile)
{
    return readKey(keyFile);
}

Result<void> KeyFileBox::put(const QString& keyFile, const QByteArray& key)
{
    if (const auto made = makeKey(keyFile, key); !made)
        return made;
    const auto read = readKey(keyFile);
    if (read && *read == key)
        return {};
    return fail(ErrorCode::CannotWrite,
                QCoreApplication::translate("hookworks", "The file %1 is there already, with another key.")
                    .arg(keyFile));
}

QByteArray KeyFileBox::newKey()
{
    return randomBytes(keyBytes);
}

bool KeyFileBox::isKey(const QByteArray& bytes)
{
    return bytes.size() == keyBytes;
}

KeyFileBox::KeyFileBox(QByteArray key)
    : m_key(std::move(key))
{
}

KeyFileBox::~KeyFileBox()
{
    OPENSSL_cleanse(m_key.data(), static_cast<size_t>(m_key.size()));
}

QByteArray KeyFileBox::seal(const QByteArray& plain) const
{
    if (plain.isEmpty())
        return {};
    const QByteArray nonce = randomBytes(nonceBytes);
    QByteArray out(plain.size(), Qt::Uninitialized);
    QByteArray tag(tagBytes, Qt::Uninitialized);
    if (!encrypt(m_key, nonce, plain, out, tag))
        qFatal("AES-256-GCM is not available"); // never write a secret unsealed
    return formatMark + nonce + tag + out;
}

Result<QByteArray> KeyFileBox::open(const QByteArray& sealed) const
{
    if (sealed.isEmpty())
        return QByteArray();
    const QByteArrayView bytes(sealed);
    const qsizetype head = 1 + nonceBytes + tagBytes;
    if (bytes.size() > head && bytes[0] == formatMark) {
        QByteArray out(bytes.size() - head, Qt::Uninitialized);
        const QByteArray tag = bytes.sliced(1 + nonceBytes, tagBytes).toByteArray();
        if (decrypt(m_key, bytes.sliced(1, nonceBytes), bytes.sliced(head), tag, out))
            return out;
    }
    return fail(ErrorCode::CannotOpen,
                QCoreApplication::translate(
                    "hookworks",
                    "A stored secret cannot be opened with this key. Use the key that it was sealed with, "
                    "or enter the secret again."));
}

} // namespace hookworks
