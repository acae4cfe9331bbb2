// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QTreeView>

namespace hookworks {

class JsonTreeModel;

/// A JSON value as a tree, a line a value: key and value in their colours. Long values are cut, and whole on
/// hover.
class JsonTreeView final : public QTreeView
{
    Q_OBJECT
public:
    explicit JsonTreeView(QWidget* parent = nullptr);

    /// What has few members is open.
    void setValue(JsonValue value);
    /// `$.meta.attempt`: of the chosen value; empty: none is chosen.
    QString path() const;
    /// The chosen line as it is copied: `key: "value"`, of an array or object how much is in it.
    QString chosenLine(bool withSecrets) const;
    /// Chooses the next value with that text in key or value; false: there is none.
    bool find(const QString& text, bool forward);
    void restartFind() { setCurrentIndex({}); }

signals:
    void pathChanged(const QString& path);

private:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void openSmall(const QModelIndex& parent, int depth, int& budget);

    JsonTreeModel* m_model;
};

} // namespace hookworks
