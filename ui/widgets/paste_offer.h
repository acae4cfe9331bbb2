// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/literal_dialog.h"

#include <QObject>

class QsciScintilla;

namespace hookworks {

/// Looks at what is pasted into a JSON editor: a text that is not JSON, but stands for some, is offered as
/// that first. Everything else is pasted as always.
class PasteOffer final : public QObject
{
    Q_OBJECT
public:
    /// What a text that takes the place of the whole document stands for; nullopt: nothing, or it is JSON.
    using Reading = std::function<std::optional<OfferedJson>(const QByteArray& text, LiteralChoice choice)>;

    /// Belongs to the editor. `asItIs`: pastes without a question.
    PasteOffer(QsciScintilla& editor, std::function<void()> asItIs);
    /// Instead of readLiteral().
    void setReading(Reading reading) { m_reading = std::move(reading); }
    /// Pastes, or asks first.
    void paste();

    /// As readLiteral() has it.
    static std::optional<OfferedJson> literal(const QByteArray& text, LiteralChoice choice);
    /// JSON as it is, or some members or items of it.
    static bool isJsonPart(const QByteArray& text);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;

    QsciScintilla& m_editor;
    std::function<void()> m_asItIs;
    Reading m_reading;
};

} // namespace hookworks
