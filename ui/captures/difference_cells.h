// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QCache>
#include <QObject>

namespace hookworks {

class Differ;

/// How much captures differ from the ones that are similar to them and came before: asked for as rows are
/// painted, one at a time, those seen last first, and kept for some thousand rows.
class DifferenceCells final : public QObject
{
    Q_OBJECT

public:
    /// `differ` must outlive it.
    explicit DifferenceCells(Differ& differ, QObject* parent = nullptr);

    /// Empty until it is known, and where there is nothing like it: it is asked for, and known() follows.
    QString words(CaptureId id);

signals:
    void known(hookworks::CaptureId id);

private:
    void askNext();

    Differ& m_differ;
    QCache<qint64, QString> m_words;
    QList<CaptureId> m_wanted; ///< the newest question last
    bool m_isAsking = false;
};

} // namespace hookworks
