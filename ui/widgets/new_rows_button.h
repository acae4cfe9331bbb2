// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAbstractItemView;

namespace hookworks {

/// "12 new" over a live list: new rows come on top by themselves only while nobody reads (the list is at its
/// top and the pointer is elsewhere); else they wait until the button is pressed.
class NewRowsButton final : public QPushButton
{
    Q_OBJECT

public:
    /// Floats over the top of `view`, which must outlive it.
    explicit NewRowsButton(QAbstractItemView& view);

    /// So many rows wait. May ask for them at once.
    void setHeld(int held);

signals:
    /// The waiting rows shall be shown.
    void releaseWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isRead() const;
    void place();

    QAbstractItemView& m_view;
    QWidget* m_viewport; ///< compared only: events still come while the view is being destroyed
    int m_held = 0;
};

} // namespace hookworks
