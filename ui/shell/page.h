// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page_widget.h"

#include <QString>

#include <functional>

namespace hookworks {

/// Something on a page that has a name, such as a saved filter.
struct NamedPlace
{
    QString name, tip;
    PagePlace place;
    bool operator==(const NamedPlace&) const = default;
};

/// How the window knows a page before it exists.
struct Page
{
    QString key;   ///< `reports`, `webhooks`, `simulate`, `deliveries`, `captures`: in settings and jumps
    QString title; ///< translated, as at the left: `Deliveries`
    QString iconName;
    std::function<PageWidget*(QWidget* parent)> make; ///< called once, when the page is first shown
    QList<NamedPlace> places = {};                    ///< what the Tools menu and Ctrl+K lead to on it
};

} // namespace hookworks
