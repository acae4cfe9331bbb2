// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_document.h"

#include <QUndoCommand>

namespace hookworks {

namespace {
constexpr qint64 oneStepMs = 1200;
}

/// From one text to another; merges with the next edit of the same step.
class ReportDocument::Edit final : public QUndoCommand
{
public:
    Edit(ReportDocument& document, QByteArray after, QString key, int step)
        : m_document(document)
        , m_before(document.m_text)
        , m_after(std::move(after))
        , m_key(std::move(key))
        , m_step(step)
    {
    }
    int id() const override { return 1; }
    void undo() override { m_document.apply(m_before); }
    void redo() override { m_document.apply(m_after); }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Edit*>(other);
        if (next->m_key != m_key || next->m_step != m_step)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    ReportDocument& m_document;
    QByteArray m_before, m_after;
    QString m_key;
    int m_step;
};

ReportDocument::ReportDocument(QObject* parent)
    : QObject(parent)
    , m_open(m_histories.try_emplace(ReportId()).first)
{
}

void ReportDocument::open(ReportId report, const QByteArray& text)
{
    if (m_open->first != report) {
        m_open->second.text = m_text;
        const auto [place, fresh] = m_histories.try_emplace(report);
        m_open = place;
        apply(fresh ? text : place->second.text);
        emit historyChanged();
    }
    ++m_step;
    setText(text, QStringLiteral("elsewhere"));
}

void ReportDocument::setText(const QByteArray& text, const QString& key)
{
    if (text == m_text)
        return;
    if (!m_sinceEdit.isValid() || m_sinceEdit.elapsed() > oneStepMs)
        ++m_step;
    m_sinceEdit.start();
    history().push(new Edit(*this, text, key, m_step));
}

void ReportDocument::setValue(const JsonPath& path, const JsonValue& value)
{
    const JsonValue* place = m_value ? valueAt(*m_value, path) : nullptr;
    if (!place || place->offset < 0 || *place == value)
        return;
    QByteArray text = m_text;
    text.replace(place->offset, place->end - place->offset, compactJson(value));
    setText(text, path.toString());
}

void ReportDocument::setArray(const JsonPath& path, const JsonValue& array)
{
    if (!m_value)
        return;
    JsonValue whole = *m_value;
    if (!setAt(whole, path, array))
        return;
    ++m_step;
    setText(prettyJson(whole) + '\n', path.toString());
}

void ReportDocument::apply(const QByteArray& text)
{
    m_text = text;
    auto read = readJson(text);
    m_value = read ? std::optional(std::move(*read)) : std::nullopt;
    emit changed();
}

} // namespace hookworks
