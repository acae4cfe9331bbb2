// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/paste_offer.h"
#include "ui/widgets/problem_label.h"

#include <QByteArray>
#include <QList>
#include <QWidget>

class QStackedLayout;
class QsciScintilla;

namespace hookworks {

class JsonCompletion;
class PagedText;

/// A problem in a text; line and column count from 1, in characters.
struct TextProblem
{
    int line = 1;
    int column = 1;
    Severity severity = Severity::Error;
    QString message;
    bool operator==(const TextProblem&) const = default;
};

/// An editor for JSON: colours, folding, brace matching, problems in the margin and on hover; with a schema,
/// completion and help too. A text that is too large for it (see json_limits.h) is shown in pages that cannot
/// be edited. Make it only when it is shown: QScintilla costs start-up time and memory. Light and dark follow
/// the palette.
class JsonEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit JsonEditor(QWidget* parent = nullptr);

    QByteArray text() const;
    /// Replaces the text, keeps the place where one reads; does not signal. Any bytes, which stay as they
    /// are; only what differs is exchanged.
    void setText(const QByteArray& utf8);
    /// The text is too large: it is only shown.
    bool isPaged() const;
    void setReadOnly(bool readOnly);
    /// What keys and values are completed and explained from.
    void setSchema(const JsonValue& schema);
    /// See PasteOffer.
    void setPasteReading(PasteOffer::Reading reading);
    void setProblems(const QList<TextProblem>& problems);
    /// Puts the cursor there and shows it. Line and column count from 1.
    void jumpTo(int line, int column, bool takeFocus = true);
    /// Selects the next place of `text`, in any case of letters, around the end; false: it is nowhere.
    bool find(const QString& text, bool forward);
    /// Undo and redo are left to the owner: the keys signal undoWanted() and redoWanted() instead.
    void setForeignUndo(bool foreign);
    /// The byte before which the cursor stands.
    qint64 cursorByte() const;
    /// Puts the cursor before these bytes, shows them and draws a ground behind them, in place of the last
    /// ones; the focus stays where it is.
    void showBytes(qint64 from, qint64 to);
    int line() const;
    int column() const;

signals:
    void edited();
    void cursorMoved(int line, int column);
    void undoWanted();
    void redoWanted();

private:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void recolour();
    QByteArray editedText() const;
    QString problemAt(int line) const;
    void showPaged(const QByteArray& utf8, const QString& why);

    QStackedLayout* m_stack;
    QsciScintilla* m_editor;
    JsonCompletion* m_completion;
    PasteOffer* m_paste;
    PagedText* m_paged = nullptr; ///< made when it is first needed
    QByteArray m_large;           ///< what it shows
    QList<TextProblem> m_problems;
    bool m_setting = false;
    bool m_foreignUndo = false;
};

} // namespace hookworks
