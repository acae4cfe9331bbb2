// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFuture>

#include <optional>

class QProcessEnvironment;

namespace hookworks {

/// Where the desktop keeps secrets for its user. Of one thread, whose event loop brings the answers.
class Keyring
{
public:
    using Secret = Result<std::optional<QByteArray>>;

    virtual ~Keyring() = default;
    /// nullopt: it is open, and has none of that name. CannotOpen where there is no keyring, or it stays
    /// locked.
    virtual QFuture<Secret> read(const QString& name) = 0;
    virtual QFuture<Result<void>> write(const QString& name, const QByteArray& secret) = 0;
    /// Succeeds where there is none of that name.
    virtual QFuture<Result<void>> remove(const QString& name) = 0;
};

/// The desktop's own, through QtKeychain: the Secret Service or KWallet on the session bus. Unlocking may ask
/// the user; who does not answer in two minutes has not unlocked it.
class SystemKeyring final : public Keyring
{
public:
    /// Without a session bus in the environment it fails at once, and starts none.
    explicit SystemKeyring(const QProcessEnvironment& environment);

    QFuture<Secret> read(const QString& name) override;
    QFuture<Result<void>> write(const QString& name, const QByteArray& secret) override;
    QFuture<Result<void>> remove(const QString& name) override;

private:
    bool m_hasBus;
};

} // namespace hookworks
