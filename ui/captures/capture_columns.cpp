// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/capture_columns.h"

#include "ui/widgets/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace hookworks {

namespace {

using CaptureColumn = ListColumn<CaptureRow>;

QString columnText(const char* text)
{
    return QCoreApplication::translate("hookworks::CaptureRow", text);
}

QString sizeOf(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

bool wentWell(const CaptureRow& row)
{
    return row.valid && row.problem.isEmpty() && row.fault.isEmpty() && row.responseStatus >= 200 &&
           row.responseStatus < 300;
}

QString attemptOf(const CaptureRow& row)
{
    return row.delivery
               ? columnText(QT_TR_NOOP("%1, attempt %2")).arg(row.delivery->toString()).arg(row.attemptNumber)
               : QString();
}

/// `attempt` of `$.meta.attempt`, the header's name.
QString titleOf(const QueryField& field)
{
    if (field.name == QueryName::Event)
        return columnText(QT_TR_NOOP("Event"));
    if (field.name == QueryName::Header)
        return field.header;
    if (field.path.steps.isEmpty())
        return QStringLiteral("$");
    const JsonPath::Step& last = field.path.steps.last();
    const QString* name = std::get_if<QString>(&last);
    return name ? *name : field.path.toString();
}

CaptureColumn column(const char* key, const char* title, int letters, const CellLook& cell,
                     QString (*words)(const CaptureRow& row))
{
    CaptureColumn made;
    made.look.key = QString::fromLatin1(key);
    made.look.title = columnText(title);
    made.look.letters = letters;
    made.look.cell = cell;
    made.words = [words](const CaptureRow& row, const ListClock&) { return words(row); };
    return made;
}

CaptureColumn receivedColumn()
{
    CaptureColumn received =
        column("received", QT_TR_NOOP("Received"), 21, {Face::Code}, // with room for a note's sign
               [](const CaptureRow&) { return QString(); });
    received.words = [](const CaptureRow& row, const ListClock& clock) {
        return timeOfDay(row.receivedAt, clock.real);
    };
    received.tip = [](const CaptureRow& row, const ListClock& clock) {
        return QStringLiteral("%1, %2").arg(exactTime(row.receivedAt),
                                            relativeTime(row.receivedAt, clock.real));
    };
    return received;
}

/// Shown by whoever wants them.
QList<CaptureColumn> furtherColumns()
{
    const CellLook code{Face::Code, Colour::Quiet, Qt::ElideMiddle};
    QList<CaptureColumn> further{
        column("attempt", QT_TR_NOOP("Attempt"), 16, {Face::Body, Colour::Quiet}, attemptOf),
        column("id", QT_TR_NOOP("Id"), 10, code, [](const CaptureRow& row) { return row.id.toString(); }),
        column("remote", QT_TR_NOOP("From"), 22, code, [](const CaptureRow& row) { return row.remote; })};
    for (CaptureColumn& one : further)
        one.look.shown = false;
    return further;
}

} // namespace

QList<ListColumn<CaptureRow>> captureColumns(BodyCells& cells)
{
    const CellLook quiet{Face::Body, Colour::Quiet};
    CaptureColumn target =
        column("target", QT_TR_NOOP("Target"), 14, {Face::Code, Colour::Text, Qt::ElideMiddle},
               [](const CaptureRow& row) { return row.valid ? row.target : row.problem; });
    target.look.wide = true;
    CaptureColumn answer = column("answer", QT_TR_NOOP("Answer"), 11, {}, answerWords);
    answer.state = [](const CaptureRow& row) {
        return std::optional(wentWell(row) ? StateKind::Delivered : StateKind::Failed);
    };
    const CellLook figures{Face::Body, Colour::Quiet, Qt::ElideRight, true};
    return QList<CaptureColumn>{receivedColumn(),
                                column("method", QT_TR_NOOP("Method"), 9, {},
                                       [](const CaptureRow& row) {
                                           return row.method.isEmpty() ? QStringLiteral("—") : row.method;
                                       }),
                                target,
                                columnOf({QueryName::Event}, cells),
                                column("body", QT_TR_NOOP("Body"), 12, figures,
                                       [](const CaptureRow& row) { return sizeOf(row.bodyBytes); }),
                                answer,
                                column("rule", QT_TR_NOOP("Rule"), 14, quiet,
                                       [](const CaptureRow& row) {
                                           return row.forwardedTo.isEmpty()
                                                      ? row.rule
                                                      : columnText(QT_TR_NOOP("forwarded"));
                                       })} +
           furtherColumns();
}

ListColumn<CaptureRow> differencesColumn(DifferenceCells& cells)
{
    CaptureColumn made;
    made.look.key = QStringLiteral("differences");
    made.look.title = columnText(QT_TR_NOOP("Differences"));
    made.look.letters = 12;
    made.look.cell = {Face::Body, Colour::Quiet, Qt::ElideRight, true};
    made.look.shown = false;
    made.words = [&cells](const CaptureRow& row, const ListClock&) { return cells.words(row.id); };
    return made;
}

ListColumn<CaptureRow> columnOf(const QueryField& field, BodyCells& cells)
{
    CaptureColumn made;
    made.look.key = toString(field);
    made.look.title = titleOf(field);
    made.look.letters = 22;
    made.look.cell.elide = Qt::ElideMiddle;
    made.words = [place = cells.add(field), &cells](const CaptureRow& row, const ListClock&) {
        return cells.value(row.id, place);
    };
    return made;
}

} // namespace hookworks
