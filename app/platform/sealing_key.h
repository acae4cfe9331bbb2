// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/secret_box.h"

#include <QFuture>

#include <memory>

class QObject;

namespace hookworks {

class Keyring;
class Paths;

/// The box that secrets are sealed with, and where its key lies: `the key file /home/…/key`, `the system's
/// keyring`.
struct OpenedBox
{
    std::shared_ptr<const SecretBox> box;
    QString place;
};

/// Finds the key: in the file that HOOKWORKS_KEY_FILE names, in the key file where there is one, else in the
/// keyring, where a new one is put the first time. Where no keyring answers that first time, a key file is
/// made. A key that was put into the keyring is never silently replaced: CannotOpen where it does not come
/// out. Needs the event loop of `context`'s thread; `keyring` and `context` must outlive the answer.
QFuture<Result<OpenedBox>> openSecretBox(const Paths& paths, Keyring& keyring, QObject& context);

/// With the key of that file; fails as KeyFileBox::open().
Result<OpenedBox> openKeyFile(const QString& file);

/// Where the key is looked for first.
enum class KeyPlace
{
    NamedFile, ///< of HOOKWORKS_KEY_FILE
    File,
    Keyring
};
KeyPlace keyPlace(const Paths& paths);

/// Moves the key from its file into the keyring: it is written there and read back, and only then is the file
/// removed. Where any of that fails, and where the keyring has another key already, it stays where it was. A
/// move that is broken off leaves it in both. As openSecretBox() of thread and lifetime.
QFuture<Result<OpenedBox>> moveKeyToKeyring(const Paths& paths, Keyring& keyring, QObject& context);
/// The way back: the file is written and read back, and only then is the key taken out of the keyring.
QFuture<Result<OpenedBox>> moveKeyToFile(const Paths& paths, Keyring& keyring, QObject& context);

/// What was sealed with the key in the keyring stays sealed: the next key is a new one.
Result<void> giveUpKeyringKey(const Paths& paths);

} // namespace hookworks
