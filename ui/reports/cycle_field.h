// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace hookworks {

class FlowLayout;

/// The values of a filter cycle as chips, with a field to add more: several at once with commas between them.
class CycleField final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostValues = 200;

    explicit CycleField(QWidget* parent = nullptr);
    /// Does not signal.
    void setValues(const QStringList& values);
    const QStringList& values() const { return m_values; }

signals:
    void edited(const QStringList& values);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void take();
    void remove(const QString& value);
    void openField(const QString& text);
    void build();

    QStringList m_values;
    FlowLayout* m_flow;
    QLineEdit* m_field;
    QToolButton* m_add;
};

} // namespace hookworks
