// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"

#include <QTreeWidget>

namespace hookworks {

/// Header fields in the order and case in which they came, each standard one explained in a line below its
/// value. Ctrl+C copies the chosen ones as they stand on the wire.
class HeadersView final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit HeadersView(QWidget* parent = nullptr);

    void setHeaders(const HeaderList& headers, const HeaderList& trailers);
    bool find(const QString& text, bool forward);
    void restartFind() { setCurrentItem(nullptr); }

private:
    QString chosenLines(bool withSecrets) const;
    void add(const Header& field, bool trailer);
};

} // namespace hookworks
