// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace hookworks {

class SegmentedControl;

/// Where the body comes from.
enum class PayloadKind
{
    Generated,
    Own,
    Sample
};

/// The choice of a payload: generated, one's own, or one of the event's samples, which can be compared with
/// the generated one.
class PayloadChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit PayloadChoice(QWidget* parent = nullptr);

    void setKind(PayloadKind kind);
    PayloadKind kind() const;
    /// Those that can be chosen; the one that was chosen stays where it is among them.
    void setSamples(const QStringList& names);
    /// The chosen one; empty: there is none.
    QString sample() const;

signals:
    // By the user.
    void kindChosen(hookworks::PayloadKind kind);
    void sampleChosen(const QString& name);
    void comparisonWanted();
    void removalWanted();

private:
    void showParts();
    QString help() const;

    SegmentedControl* m_kind;
    QLabel* m_help;
    QComboBox* m_sample;
    QPushButton *m_compare, *m_remove;
};

} // namespace hookworks
