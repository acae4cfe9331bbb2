// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/proxy.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class SecretBox;
class Session;
class Writer;

/// Where the workspace's attempts may go, to any address or to public ones only, and through which proxy.
/// Settings of the workspace; an own one starts with any address, one that came from elsewhere with public
/// ones only, both without a proxy.
class Destinations final : public QObject
{
    Q_OBJECT

public:
    explicit Destinations(Session& session);

    Answer<bool> publicOnly();
    /// Attempts that connect from now on heed it.
    Answer<void> setPublicOnly(bool on);

    /// With its password.
    Answer<Proxy> proxy();
    /// Attempts that connect from now on go through it. It is left alone for this computer's own addresses.
    Answer<void> setProxy(const Proxy& proxy);

Q_SIGNALS:
    /// After the commit.
    void changed(bool publicOnly);

private:
    Session* m_session;
};

/// To be called first of all when a workspace is opened for writing. One that was made with another key file
/// came from elsewhere: it gets public destinations only, and is own from then on.
Result<void> adopt(Writer& writer, const SecretBox& secrets);

} // namespace hookworks
