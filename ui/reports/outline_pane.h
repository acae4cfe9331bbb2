// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/outline_model.h"

#include <QWidget>

class QLineEdit;
class QTreeView;

namespace hookworks {

class ReportDocument;

/// The parts of a report as a tree: to choose, to find, to move by dragging or with Alt and the arrows, to
/// copy, cut and paste as JSON, to duplicate and delete.
class OutlinePane final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    OutlinePane(ReportDocument& document, const ProviderProfile& profile, QWidget* parent = nullptr);

    void refresh();
    JsonPath current() const;
    const DesignPart* currentPart() const;
    /// Does not signal; false: there is no such part.
    bool select(const JsonPath& path);
    /// Selects what stands there or around there; where that is gone, the one before it, or what holds it.
    /// Does not signal.
    void settle(const JsonPath& place);
    void insert(const QByteArray& json, const InsertPlace& place, const QString& step);
    void move(const JsonPath& part, const JsonPath& list, qsizetype index);

signals:
    void chosen();
    void said(const QString& sentence);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    QWidget* makeHead();
    void makeActions();
    void drop(const JsonPath& from, const QByteArray& json, const JsonPath& list, qsizetype index);
    void find(const QString& text);
    void copy();
    void cut();
    void paste();
    void duplicate();
    void remove();
    void step(int by);
    QString titleAt(const JsonPath& path) const;

    ReportDocument& m_document;
    const ProviderProfile& m_profile;
    OutlineModel* m_model;
    QTreeView* m_tree;
    QLineEdit* m_find;
    bool m_selecting = false;
};

} // namespace hookworks
