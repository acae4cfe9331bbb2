// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form_dialog.h"
#include "ui/widgets/inline_message.h"
#include "workbench/deliver/replay_series.h"

#include <QPointer>

class QLineEdit;
class QPushButton;

namespace hookworks {

class ElidedLabel;
class ReplayEdit;
class ReplayManner;
class ReplayResult;
class ReplayRun;
class SegmentedControl;
class TextLabel;
class Workbench;

/// Sends deliveries (`d3`) and captures (`c5`) again: as they were, with fresh ids, edited or byte for byte;
/// to their own or another address; once or often, in their time. It says beforehand what will happen,
/// follows it, and shows the verdict; then it can be sent again. Closing it while more is to be sent stops
/// that. Shown with open(); deletes itself when it is closed.
class ReplayDialog final : public FormDialog
{
    Q_OBJECT

public:
    enum class What
    {
        AsItWas,
        Fresh,
        Edited, ///< one source only
        Exact
    };

    /// `workbench` must outlive it.
    ReplayDialog(Workbench& workbench, const QStringList& sources, QWidget* parent,
                 What what = What::AsItWas);

signals:
    /// The first of a series was made.
    void made(hookworks::DeliveryId first);
    /// One is to be seen where deliveries are listed; the dialog closes.
    void deliveryWanted(hookworks::DeliveryId delivery);

private:
    void arrange(What what);
    QWidget* makeWhat();
    QWidget* makeWhere();
    void connectParts();
    void read();
    void offerWebhooksPolicy();
    void take(const ReplayOriginal& original);
    bool asksForSecret() const;
    QByteArray typedSecret() const;
    void showChoice();
    QString whatWords() const;
    QString freshWords() const;
    QString signatureWords() const;
    ReplaySeries series();
    void sayPlan();
    void send();
    void follow(ReplayRun& run);
    InlineMessage::Remedy remedyFor(const Error& error);
    void leave();

    Workbench& m_workbench;
    QStringList m_sources;
    ReplayOriginal m_original;
    bool m_known = false;
    SegmentedControl *m_what, *m_where;
    TextLabel* m_about;
    ElidedLabel* m_own;
    QLineEdit *m_address, *m_secret;
    ReplayEdit* m_edit;
    ReplayManner* m_manner;
    ReplayResult* m_result;
    QPushButton* m_send;
    QPointer<ReplayRun> m_run;
    std::optional<DeliveryId> m_last;
};

} // namespace hookworks
