// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace hookworks {

class ElidedLabel;
class HexView;
class InlineMessage;
class JsonTreeView;
class JsonView;
class PagedText;
class PartsView;
class SegmentedControl;
struct PreparedBody;

/// A body in the ways that it can be read: JSON as a tree, text, hex, a form's parts, an image; decoded, or
/// as it was received. What is large is prepared on another thread.
class BodyView final : public QWidget
{
    Q_OBJECT
public:
    /// Ways of reading; a capture offers those that fit.
    enum class Way
    {
        Tree,
        Text,
        Hex,
        Parts,
        Image
    };

    explicit BodyView(QWidget* parent = nullptr);

    /// `body`: without its transfer coding.
    void setBody(const HeaderList& headers, const QByteArray& body);
    /// What is chosen stays chosen for the next body, where it fits.
    void choose(Way way);
    Way way() const;
    bool find(const QString& text, bool forward);
    void restartFind();

signals:
    /// What setBody() asked for is on the screen.
    void shown();

private:
    void prepare();
    void present(const std::shared_ptr<PreparedBody>& prepared);
    void offer(const PreparedBody& body);
    void showWay(Way way);
    void showText(const PreparedBody& body);
    void showImage(const PreparedBody& body);
    QString aboutWords(const PreparedBody& body) const;

    HeaderList m_headers;
    QByteArray m_received;
    std::shared_ptr<const PreparedBody> m_body;
    QList<Way> m_ways;
    Way m_wanted = Way::Tree;
    QHBoxLayout* m_bar;
    SegmentedControl *m_switch = nullptr, *m_coding;
    ElidedLabel *m_about, *m_path;
    QPushButton* m_copyPath;
    InlineMessage* m_note;
    QStackedLayout* m_stack;
    JsonTreeView* m_tree;
    JsonView* m_json;
    PagedText* m_text;
    HexView* m_hex;
    PartsView* m_parts;
    QLabel* m_image;
    int m_question = 0; ///< what comes from an older one is dropped
};

} // namespace hookworks
