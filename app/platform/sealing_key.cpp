// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sealing_key.h"

#include "platform/key_file_box.h"
#include "platform/keyring.h"
#include "platform/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>

namespace hookworks {

namespace {

using Opened = Result<OpenedBox>;

const QString keyName = QStringLiteral("sealing key");

QFuture<Opened> ready(Opened opened)
{
    QPromise<Opened> promise;
    promise.start();
    promise.addResult(std::move(opened));
    promise.finish();
    return promise.future();
}

OpenedBox inKeyring(const QByteArray& key)
{
    return {std::make_shared<KeyFileBox>(key),
            QCoreApplication::translate("hookworks", "the system's keyring")};
}

/// Says that the key is in the keyring, so that no other is made when that does not answer. False: it is
/// said already, or cannot be.
bool leaveMark(const QString& mark)
{
    QDir().mkpath(QFileInfo(mark).absolutePath());
    QFile file(mark);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) &&
           file.write(QCoreApplication::translate("hookworks",
                                                  "The key of Hookworks' workspaces is in the system's "
                                                  "keyring (\"sealing key\" of \"Hookworks\").\n")
                          .toUtf8()) > 0;
}

Opened closedKeyring(const QString& why)
{
    return fail(ErrorCode::CannotOpen,
                QCoreApplication::translate(
                    "hookworks", "The key of your workspaces is in the system's keyring, which does not give "
                                 "it out. Unlock the keyring and try again, or name a file with the key in "
                                 "HOOKWORKS_KEY_FILE."),
                why);
}

/// A key of one's own into a keyring that has none; a file where that fails.
QFuture<Opened> putNewKey(const QString& file, const QString& mark, Keyring& keyring, QObject& context)
{
    if (!leaveMark(mark))
        return ready(QFileInfo::exists(mark)
                         ? closedKeyring(QCoreApplication::translate(
                               "hookworks", "Another program is putting it there at this moment."))
                         : openKeyFile(file));
    const QByteArray key = KeyFileBox::newKey();
    return keyring.write(keyName, key.toBase64())
        .then(&context, [key, file, mark](const Result<void>& written) -> Opened {
            if (written)
                return inKeyring(key);
            QFile::remove(mark);
            return openKeyFile(file);
        });
}

Opened notMoved(const Error& why)
{
    return fail(why.code,
                QCoreApplication::translate("hookworks", "The key was not moved, and is where it was. %1")
                    .arg(why.message),
                why.detail);
}

/// What came of the write; the file goes once the keyring gives out the same key.
Opened afterReadBack(const Keyring::Secret& found, const QByteArray& key, const Paths& paths)
{
    if (!found)
        return notMoved(found.error());
    if (!*found || QByteArray::fromBase64(**found) != key)
        return notMoved({ErrorCode::CannotWrite,
                         QCoreApplication::translate("hookworks", "The keyring did not keep it."),
                         {}});
    const QString mark = paths.keyringMark();
    if (!leaveMark(mark) && !QFileInfo::exists(mark))
        return notMoved({ErrorCode::CannotWrite,
                         QCoreApplication::translate("hookworks", "%1 cannot be written.").arg(mark),
                         {}});
    if (!QFile::remove(paths.keyFile()))
        return fail(ErrorCode::CannotWrite,
                    QCoreApplication::translate(
                        "hookworks", "The key is in the keyring now, but its file cannot be removed, and "
                                     "is still used. Remove %1 yourself.")
                        .arg(paths.keyFile()));
    return inKeyring(key);
}

QFuture<Opened> writeAndReadBack(const QByteArray& key, const Paths& paths, Keyring& keyring,
                                 QObject& context)
{
    return keyring.write(keyName, key.toBase64())
        .then(&context,
              [key, paths, &keyring, &context](const Result<void>& written) {
                  if (!written)
                      return ready(notMoved(written.error()));
                  return keyring.read(keyName).then(&context, [key, paths](const Keyring::Secret& found) {
                      return afterReadBack(found, key, paths);
                  });
              })
        .unwrap();
}

} // namespace

Opened openKeyFile(const QString& file)
{
    return KeyFileBox::open(file).map([&file](std::unique_ptr<KeyFileBox> box) {
        return OpenedBox{std::move(box),
                         QCoreApplication::translate("hookworks", "the key file %1").arg(file)};
    });
}

QFuture<Opened> openSecretBox(const Paths& paths, Keyring& keyring, QObject& context)
{
    const QString file = paths.keyFile();
    const QString mark = paths.keyringMark();
    if (paths.isKeyFileNamed() || QFileInfo::exists(file))
        return ready(openKeyFile(file));
    return keyring.read(keyName)
        .then(&context,
              [file, mark, &keyring, &context](const Keyring::Secret& found) {
                  const bool marked = QFileInfo::exists(mark);
                  if (!found)
                      return ready(marked ? closedKeyring(found.error().message + u' ' + found.error().detail)
                                          : openKeyFile(file));
                  if (!*found)
                      return marked ? ready(closedKeyring(QCoreApplication::translate(
                                          "hookworks", "The keyring has no key of Hookworks any more.")))
                                    : putNewKey(file, mark, keyring, context);
                  const QByteArray key = QByteArray::fromBase64(**found);
                  if (!KeyFileBox::isKey(key))
                      return marked ? ready(closedKeyring(QCoreApplication::translate(
                                          "hookworks", "What the keyring has is not a key of Hookworks.")))
                                    : putNewKey(file, mark, keyring, context);
                  leaveMark(mark);
                  return ready(inKeyring(key));
              })
        .unwrap();
}

KeyPlace keyPlace(const Paths& paths)
{
    if (paths.isKeyFileNamed())
        return KeyPlace::NamedFile;
    return QFileInfo::exists(paths.keyFile()) ? KeyPlace::File : KeyPlace::Keyring;
}

QFuture<Opened> moveKeyToKeyring(const Paths& paths, Keyring& keyring, QObject& context)
{
    const auto key = KeyFileBox::keyIn(paths.keyFile());
    if (!key)
        return ready(notMoved(key.error()));
    return keyring.read(keyName)
        .then(&context,
              [key = *key, paths, &keyring, &context](const Keyring::Secret& found) {
                  if (!found)
                      return ready(notMoved(found.error()));
                  const QByteArray other = QByteArray::fromBase64(found->value_or(QByteArray()));
                  if (KeyFileBox::isKey(other) && other != key)
                      return ready(notMoved(
                          {ErrorCode::Conflict,
                           QCoreApplication::translate(
                               "hookworks",
                               "The keyring has another key of Hookworks already (\"sealing key\"), which "
                               "something may be sealed with. Remove it there first."),
                           {}}));
                  return writeAndReadBack(key, paths, keyring, context);
              })
        .unwrap();
}

QFuture<Opened> moveKeyToFile(const Paths& paths, Keyring& keyring, QObject& context)
{
    return keyring.read(keyName)
        .then(&context,
              [paths, &keyring, &context](const Keyring::Secret& found) {
                  if (!found)
                      return ready(notMoved(found.error()));
                  const QByteArray key = QByteArray::fromBase64(found->value_or(QByteArray()));
                  if (!KeyFileBox::isKey(key))
                      return ready(notMoved(
                          {ErrorCode::CannotOpen,
                           QCoreApplication::translate("hookworks", "The keyring has no key of Hookworks."),
                           {}}));
                  const QString file = paths.keyFile();
                  auto put = KeyFileBox::put(file, key);
                  if (put)
                      put = giveUpKeyringKey(paths);
                  if (!put)
                      return ready(notMoved(put.error()));
                  // Where it stays in the keyring as well, it does no harm: the file comes first.
                  return keyring.remove(keyName).then(
                      &context, [file](const Result<void>&) { return openKeyFile(file); });
              })
        .unwrap();
}

Result<void> giveUpKeyringKey(const Paths& paths)
{
    const QString mark = paths.keyringMark();
    if (QFile::exists(mark) && !QFile::remove(mark))
        return fail(ErrorCode::CannotWrite,
                    QCoreApplication::translate("hookworks", "%1 cannot be removed.").arg(mark));
    return {};
}

} // namespace hookworks
