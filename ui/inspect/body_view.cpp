// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/body_view.h"

#include "ui/inspect/hex_view.h"
#include "ui/inspect/json_tree_view.h"
#include "ui/inspect/parts_view.h"
#include "ui/inspect/prepared_body.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/on_pool.h"
#include "ui/widgets/paged_text.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QBuffer>
#include <QClipboard>
#include <QFuture>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qsizetype preparedElsewhere = 64 * 1024;
constexpr qsizetype mostImageBytes = 32 * 1024 * 1024;
constexpr int mostImageSide = 4096;

QString wayWords(BodyView::Way way)
{
    switch (way) {
    case BodyView::Way::Tree:
        return BodyView::tr("Tree");
    case BodyView::Way::Text:
        return BodyView::tr("Text");
    case BodyView::Way::Hex:
        return BodyView::tr("Hex");
    case BodyView::Way::Parts:
        return BodyView::tr("Parts");
    case BodyView::Way::Image:
        break;
    }
    return BodyView::tr("Image");
}

/// Reduced while it is read, so that a small file cannot fill the memory.
QImage imageOf(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || bytes.size() > mostImageBytes)
        return {};
    if (std::max(size.width(), size.height()) > mostImageSide)
        reader.setScaledSize(size.scaled(mostImageSide, mostImageSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

BodyView::BodyView(QWidget* parent)
    : QWidget(parent)
    , m_body(std::make_shared<PreparedBody>())
    , m_bar(new QHBoxLayout)
    , m_coding(new SegmentedControl(tr("Content coding"), SegmentedControl::Height::SubBar))
    , m_about(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_path(new ElidedLabel({}, Face::Code, Colour::Quiet))
    , m_copyPath(new QPushButton(tr("Copy path")))
    , m_note(new InlineMessage)
    , m_stack(new QStackedLayout)
    , m_tree(new JsonTreeView)
    , m_json(new JsonView)
    , m_text(new PagedText(tr("Body as text")))
    , m_hex(new HexView)
    , m_parts(new PartsView)
    , m_image(new QLabel)
{
    m_coding->addSegment(tr("Decoded"));
    m_coding->addSegment(tr("As received"));
    setLook(*m_copyPath, ButtonLook::Link);
    m_copyPath->setObjectName(QStringLiteral("copyPath"));
    m_path->setObjectName(QStringLiteral("bodyPath"));
    m_path->setAlignment(Qt::AlignRight);
    m_json->hideBar();
    m_image->setAlignment(Qt::AlignCenter);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_image);
    scroll->setWidgetResizable(true);
    for (QWidget* page :
         {static_cast<QWidget*>(m_tree), static_cast<QWidget*>(m_json), static_cast<QWidget*>(m_text),
          static_cast<QWidget*>(m_hex), static_cast<QWidget*>(m_parts), static_cast<QWidget*>(scroll)})
        m_stack->addWidget(page);
    m_bar->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    m_bar->setSpacing(space::normal);
    m_bar->addWidget(m_coding);
    m_bar->addWidget(m_about, 1);
    m_bar->addWidget(m_path, 1);
    m_bar->addWidget(m_copyPath);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_bar);
    column->addWidget(m_note);
    column->addLayout(m_stack, 1);
    connect(m_coding, &SegmentedControl::chosen, this, &BodyView::prepare);
    connect(m_tree, &JsonTreeView::pathChanged, this, [this](const QString& path) {
        m_path->setText(path);
        m_copyPath->setEnabled(!path.isEmpty());
    });
    connect(m_copyPath, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_tree->path()); });
}

void BodyView::setBody(const HeaderList& headers, const QByteArray& body)
{
    if (headers == m_headers && body == m_received && m_switch)
        return; // one who reads keeps the place
    m_headers = headers;
    m_received = body;
    m_coding->setVisible(headers.contains("Content-Encoding") && !body.isEmpty());
    prepare();
}

void BodyView::prepare()
{
    const int question = ++m_question;
    const bool decode = m_coding->current() == 0;
    if (m_received.size() <= preparedElsewhere)
        return present(std::make_shared<PreparedBody>(prepareBody(m_headers, m_received, decode)));
    m_about->setText(tr("Reading %1…").arg(sizeWords(m_received.size())));
    onPool(
        *this,
        [headers = m_headers, body = m_received, decode] {
            return std::make_shared<PreparedBody>(prepareBody(headers, body, decode));
        },
        [this, question](const std::shared_ptr<PreparedBody>& body) {
            if (question == m_question)
                present(body);
        });
}

/// The tree takes the value; that there is one is remembered.
void BodyView::present(const std::shared_ptr<PreparedBody>& prepared)
{
    m_body = prepared;
    m_tree->setValue(prepared->json ? std::exchange(*prepared->json, {}) : JsonValue());
    const PreparedBody& body = *prepared;
    m_parts->setParts(body.parts);
    m_hex->setBytes(body.bytes);
    showText(body);
    m_about->setText(aboutWords(body));
    QStringList notes;
    if (!body.decodingProblem.isEmpty())
        notes << tr("The body cannot be decoded: %1. It is shown as it was received.")
                     .arg(body.decodingProblem);
    notes << body.treeRefusal;
    notes.removeAll(QString());
    if (notes.isEmpty())
        m_note->clear();
    else
        m_note->tell(notes.join(u' '), Severity::Note, {}, false);
    offer(body);
    emit shown();
}

QString BodyView::aboutWords(const PreparedBody& body) const
{
    if (body.bytes.isEmpty())
        return tr("No body");
    const QString kind = body.json || body.saysJson ? tr("JSON")
                         : !body.parts.isEmpty()    ? tr("Form")
                         : body.isImage             ? tr("Image")
                         : body.isText              ? tr("Text")
                                                    : tr("Bytes");
    const QString size = sizeWords(body.bytes.size());
    return body.bytes == m_received
               ? QStringLiteral("%1 · %2").arg(kind, size)
               : tr("%1 · %2, %3 as received").arg(kind, size, sizeWords(m_received.size()));
}

/// The ways that fit this body, and of these the one that was chosen last.
void BodyView::offer(const PreparedBody& body)
{
    QList<Way> ways;
    if (body.json)
        ways << Way::Tree;
    if (body.isImage)
        ways << Way::Image;
    if (!body.parts.isEmpty())
        ways << Way::Parts;
    ways << Way::Text << Way::Hex;
    if (ways != m_ways || !m_switch) {
        m_ways = ways;
        delete m_switch;
        m_switch = new SegmentedControl(tr("Show the body as"), SegmentedControl::Height::SubBar);
        m_switch->setObjectName(QStringLiteral("bodyWays"));
        for (const Way way : ways)
            m_switch->addSegment(wayWords(way));
        m_bar->insertWidget(0, m_switch);
        connect(m_switch, &SegmentedControl::chosen, this, [this](int index) {
            m_wanted = m_ways[index];
            showWay(m_wanted);
        });
    }
    const bool readable = body.isText || body.bytes.isEmpty();
    const Way otherwise = ways.first() != Way::Text || readable ? ways.first() : Way::Hex;
    showWay(ways.contains(m_wanted) && (m_wanted != Way::Text || readable) ? m_wanted : otherwise);
}

void BodyView::showWay(Way way)
{
    m_switch->setCurrent(static_cast<int>(m_ways.indexOf(way)));
    const bool tree = way == Way::Tree;
    m_path->setVisible(tree);
    m_copyPath->setVisible(tree);
    if (way == Way::Text)
        m_stack->setCurrentWidget(m_body->json ? static_cast<QWidget*>(m_json) : m_text);
    else
        m_stack->setCurrentIndex(way == Way::Tree ? 0 : way == Way::Hex ? 3 : way == Way::Parts ? 4 : 5);
    if (way == Way::Image)
        showImage(*m_body);
}

/// JSON pretty, with numbers and folding; anything else as it is, with what is wrong marked.
void BodyView::showText(const PreparedBody& body)
{
    if (body.json)
        m_json->setBytes(body.bytes);
    if (body.json)
        return;
    QString note;
    if (body.problem)
        note = tr("Not valid JSON: line %1, column %2, byte %3: %4")
                   .arg(body.problem->position.line)
                   .arg(body.problem->position.column)
                   .arg(body.problem->position.offset)
                   .arg(body.problem->words);
    m_text->setBytes(body.bytes, note);
    if (body.problem)
        m_text->mark(body.problem->position.offset);
}

void BodyView::showImage(const PreparedBody& body)
{
    const QImage image = imageOf(body.bytes);
    if (image.isNull())
        m_image->setText(tr("It is no image that can be shown."));
    else
        m_image->setPixmap(QPixmap::fromImage(image));
}

void BodyView::choose(Way way)
{
    m_wanted = way;
    if (m_ways.contains(way))
        showWay(way);
}

BodyView::Way BodyView::way() const
{
    return m_switch ? m_ways[m_switch->current()] : m_wanted;
}

bool BodyView::find(const QString& text, bool forward)
{
    switch (way()) {
    case Way::Tree:
        return m_tree->find(text, forward);
    case Way::Text:
        return m_body->json ? m_json->find(text, forward) : m_text->find(text, forward);
    case Way::Hex:
        return m_hex->find(text, forward);
    case Way::Parts:
        return m_parts->find(text, forward);
    case Way::Image:
        break;
    }
    return false;
}

void BodyView::restartFind()
{
    m_tree->restartFind();
    m_json->restartFind();
    m_text->restartFind();
    m_hex->restartFind();
    m_parts->restartFind();
}

} // namespace hookworks
