// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/simulator.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace hookworks {

class EmptyPage;
class JsonEditor;
class MonospaceView;

/// The requests that an event would make, one a webhook, with the exact head and the body; the body may be
/// edited.
class RequestList : public QWidget
{
    Q_OBJECT

public:
    explicit RequestList(QWidget* parent = nullptr);

    /// Keeps the chosen webhook and an edited body.
    void showPreview(const EventPreview& preview);
    void showProblem(const QString& words);
    /// The body as edited; nullopt: as rendered.
    std::optional<QByteArray> editedBody() const { return m_edited; }
    /// Shown instead of the rendered body; nullopt: none is. Does not signal.
    void setEditedBody(const std::optional<QByteArray>& body);
    /// The webhooks whose boxes are ticked; empty: all of them.
    QList<WebhookId> chosen() const;
    bool canSend() const;

signals:
    void webhookWanted();
    /// The body was edited, or a box was ticked.
    void changed();
    /// The edited body is another, or none any more.
    void bodyEdited();

private:
    void arrange();
    void fillList();
    void showCurrent();
    void takeBody();
    QString titleWords() const;

    QStackedWidget* m_stack;
    EmptyPage* m_empty;
    QLabel *m_title, *m_bodyNote, *m_problem;
    QListWidget* m_list;
    MonospaceView* m_head;
    JsonEditor* m_body;
    QPushButton* m_restore;
    EventPreview m_preview;
    std::optional<QByteArray> m_edited;
    bool m_filling = false;
};

} // namespace hookworks
