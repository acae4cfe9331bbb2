// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/capture_row.h"

#include "domain/shown_secrets.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

/// A target or method may be anything at all: one line of it, for a cell.
QString cellText(const QByteArray& bytes)
{
    constexpr qsizetype mostBytes = 2048;
    return QString::fromUtf8(bytes.left(mostBytes)).simplified();
}

} // namespace

CaptureRow rowOf(const CaptureSummary& capture)
{
    CaptureRow row;
    row.id = capture.id;
    row.receivedAt = capture.receivedAt;
    row.method = cellText(capture.method);
    row.target = urlForShowing(cellText(capture.target));
    row.remote = capture.remote;
    row.rule = capture.rule;
    row.fault = capture.fault;
    row.problem = capture.problem;
    row.forwardedTo = urlForShowing(capture.forwardedTo);
    row.bodyBytes = capture.bodyBytes;
    row.responseStatus = capture.responseStatus;
    row.valid = capture.valid;
    row.delivery = capture.delivery;
    row.attemptNumber = capture.attemptNumber;
    row.mark = capture.mark;
    return row;
}

QString answerWords(const CaptureRow& row)
{
    if (!row.fault.isEmpty() && row.responseStatus > 0)
        return QStringLiteral("%1, %2").arg(row.responseStatus).arg(row.fault);
    if (!row.fault.isEmpty())
        return row.fault;
    return row.responseStatus > 0 ? QString::number(row.responseStatus)
                                  : QCoreApplication::translate("hookworks::CaptureRow", "no answer");
}

} // namespace hookworks
