// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/json_limits.h"

#include <QByteArray>
#include <QWidget>

class QStackedLayout;

namespace hookworks {

class ElidedLabel;
class InlineMessage;
class JsonEditor;
class MonospaceView;
class SegmentedControl;

/// A body one reads: JSON indented, coloured, numbered and foldable, and with Raw the exact bytes. What is
/// larger than 5 MB or nested deeper than 2,000 levels is shown as plain text, and the view says so. Large
/// texts are prepared on another thread.
class JsonView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype mostBytes = mostEditedBytes;
    static constexpr int mostLevels = mostEditedLevels;

    explicit JsonView(QWidget* parent = nullptr);

    /// Replaces what is shown. `kind`: how the sub-bar names it, "JSON" unless it is something else.
    void setBytes(const QByteArray& bytes, const QString& kind = {});
    const QByteArray& bytes() const { return m_bytes; }
    void setRaw(bool raw);
    bool isRaw() const;
    /// For where another bar offers the same.
    void hideBar();
    /// Marks the next place of `text` (the case of letters does not count), and after the last one the first.
    /// False: it is nowhere.
    bool find(const QString& text, bool forward);
    void restartFind();
    /// What is shown now, as text.
    QString shownText() const;

signals:
    /// What setBytes() or a switch asked for is on the screen.
    void shown();

private:
    struct Prepared
    {
        QByteArray pretty;
        QString refusal; ///< why it is not shown as JSON; empty: it is
    };

    void show();
    void showPretty(const Prepared& prepared);
    void showPlain(const QString& why);
    static Prepared prepare(const QByteArray& bytes);

    QByteArray m_bytes;
    QWidget* m_bar;
    SegmentedControl* m_switch;
    ElidedLabel* m_about;
    InlineMessage* m_message;
    QStackedLayout* m_stack;
    JsonEditor* m_editor = nullptr; ///< made when it is first needed
    MonospaceView* m_plain;
    int m_question = 0; ///< what comes from an older one is dropped
};

} // namespace hookworks
