// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/marks.h"

#include "workbench/session/session.h"

namespace hookworks {

namespace {

constexpr qsizetype marksReadAtOnce = 500;

/// In any order; those that are not there are left out.
Result<QList<MarkedRow>> storedMarks(Reader& reader, const QList<CaptureId>& captures,
                                     const QList<DeliveryId>& deliveries)
{
    QList<MarkedRow> marked;
    for (qsizetype i = 0; i < captures.size(); i += marksReadAtOnce) {
        const auto rows = reader.captureSummaries(captures.mid(i, marksReadAtOnce));
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        for (const CaptureSummary& row : *rows)
            marked.append({row.id, row.mark});
    }
    for (qsizetype i = 0; i < deliveries.size(); i += marksReadAtOnce) {
        const auto rows = reader.deliverySummaries(deliveries.mid(i, marksReadAtOnce));
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        for (const DeliverySummary& row : *rows)
            marked.append({row.id, row.mark});
    }
    return marked;
}

Result<void> setMark(Writer& writer, const RowId& row, const Mark& mark)
{
    if (const auto* const capture = std::get_if<CaptureId>(&row))
        return writer.setCaptureMark(*capture, mark);
    return writer.setDeliveryMark(std::get<DeliveryId>(row), mark);
}

Result<QList<MarkedRow>> changeMarks(Writer& writer, const QList<RowId>& rows, const MarkChange& change)
{
    QList<CaptureId> captures;
    QList<DeliveryId> deliveries;
    for (const RowId& row : rows) {
        if (const auto* const capture = std::get_if<CaptureId>(&row))
            captures << *capture;
        else
            deliveries << std::get<DeliveryId>(row);
    }
    auto before = storedMarks(writer, captures, deliveries);
    if (!before)
        return before;
    for (const MarkedRow& row : std::as_const(*before)) {
        if (auto set = setMark(writer, row.row, change.on(row.mark)); !set)
            return tl::unexpected<Error>(set.error());
    }
    for (const RowId& row : rows) {
        if (before->size() == rows.size())
            break;
        if (auto set = std::ranges::find(*before, row, &MarkedRow::row) == before->end()
                           ? setMark(writer, row, {}) // says that it is not there
                           : Result<void>();
            !set)
            return tl::unexpected<Error>(set.error());
    }
    return before;
}

} // namespace

Marks::Marks(Session& session)
    : m_session(&session)
{
}

Answer<QList<MarkedRow>> Marks::change(const QList<RowId>& rows, const MarkChange& change)
{
    MarkChange tidy = change;
    if (change.note) {
        const auto note = tidyNote(*change.note);
        if (!note)
            return readyAnswer<QList<MarkedRow>>(tl::unexpected<Error>(note.error()));
        tidy.note = *note;
    }
    return m_session->store().write([rows, tidy](Writer& writer) { return changeMarks(writer, rows, tidy); });
}

Answer<void> Marks::restore(const QList<MarkedRow>& rows)
{
    return m_session->store().write([rows](Writer& writer) -> Result<void> {
        for (const MarkedRow& row : rows) {
            auto set = setMark(writer, row.row, row.mark);
            if (!set && set.error().code != ErrorCode::NotFound)
                return set;
        }
        return {};
    });
}

} // namespace hookworks
