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

Result<void> giveUpKeyringKey(const Paths& paths)
{
    const QString mark = paths.keyringMark();
    if (QFile::exists(mark) && !QFile::remove(mark))
        return fail(ErrorCode::CannotWrite,
                    QCoreApplication::translate("hookworks", "%1 cannot be removed.").arg(mark));
    return {};
}

} // namespace hookworks
