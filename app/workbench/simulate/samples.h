// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/row_id.h"
#include "domain/sample_body.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// Bodies that are kept by name, to be sent again.
class Samples final : public QObject
{
    Q_OBJECT

public:
    explicit Samples(Session& session);

    /// By name, without the bodies.
    Answer<QList<SampleBody>> list();
    Answer<SampleBody> get(const QString& name);
    /// The body of what was received or sent, without its content coding, with what is known of its event.
    /// Conflict where the name is taken; BadInput where the body cannot be decoded.
    Answer<SampleBody> add(const RowId& row, const QString& name);
    /// Undone by restore().
    Answer<SampleBody> remove(const QString& name);
    Answer<void> restore(const SampleBody& sample);

Q_SIGNALS:
    /// Some came or went.
    void changed();

private:
    Session* m_session;
};

} // namespace hookworks
