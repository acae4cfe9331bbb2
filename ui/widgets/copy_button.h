// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <functional>

namespace hookworks {

/// Copies what `text` says at that moment; shows a tick for a second so that one knows.
class CopyButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit CopyButton(std::function<QString()> text, QWidget* parent = nullptr);
};

} // namespace hookworks
