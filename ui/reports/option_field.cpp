// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/option_field.h"

#include "ui/reports/design_part.h"
#include "ui/reports/grid_field.h"
#include "ui/reports/grid_model.h"
#include "ui/reports/report_document.h"
#include "ui/reports/series_sheet.h"
#include "ui/reports/width_field.h"
#include "ui/widgets/colour_field.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/painted_icon.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QIcon>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

namespace hookworks {

namespace {

constexpr qint64 mostImageBytes = 2 * 1024 * 1024;
constexpr int mostStripes = 6;
constexpr qsizetype longestShown = 200'000; ///< of a text in a line; longer ones are edited in the JSON

struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(OptionText)
};

using Set = std::function<void(const std::optional<JsonValue>& value)>;

/// Puts a value into the document at the option's place; nothing takes the option out.
Set setterOf(const OptionPlace& place)
{
    return [&document = place.document, object = place.object, field = place.field](const auto& value) {
        const QString key = keyInUse(document, object, field);
        document.setMember(object, key, value,
                           value ? OptionText::tr("Change %1").arg(titleOfField(field).toLower())
                                 : OptionText::tr("Leave %1 out").arg(titleOfField(field).toLower()));
    };
}

/// Stripes of these colours, as an icon of a list's entry.
QIcon stripes(const QStringList& colours)
{
    if (colours.isEmpty())
        return {};
    return QIcon(new PaintedIcon([colours](QPainter& painter, const QRect& rect, QIcon::Mode) {
        const auto count = std::min<qsizetype>(colours.size(), mostStripes);
        painter.setPen(Qt::NoPen);
        for (qsizetype i = 0; i < count; ++i) {
            painter.setBrush(QColor(colours[i]));
            const double width = double(rect.width()) / double(count);
            painter.drawRect(
                QRectF(rect.left() + double(i) * width, rect.top() + 1, width, rect.height() - 2));
        }
    }));
}

QStringList coloursOf(const OptionPlace& place, const QString& word)
{
    if (place.profile.palettes.contains(word))
        return place.profile.palettes[word];
    if (place.field.type.contains(u"colorTheme") && place.profile.themes.contains(word)) {
        const QHash<QString, QString> theme = place.profile.themes[word];
        return {theme[QStringLiteral("headline")], theme[QStringLiteral("accent")],
                theme[QStringLiteral("background")], theme[QStringLiteral("custom-2")]};
    }
    return place.colours.contains(word) ? QStringList{place.colours[word]} : QStringList();
}

QString notSet(const DocumentField& field)
{
    return field.standard ? OptionText::tr("Not set: %1").arg(leafText(*field.standard))
                          : OptionText::tr("Not set");
}

OptionField listField(const OptionPlace& place, const ValueType& type)
{
    auto* list = new QComboBox;
    list->addItem(notSet(place.field));
    for (const QString& word : type.words) {
        const QStringList colours = coloursOf(place, word);
        list->addItem(stripes(colours), word, word);
    }
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(6); // what does not fit is seen while one chooses
    list->setIconSize({sized(Size::Icon) * (place.field.type.contains(u"color") ? 2 : 1), sized(Size::Icon)});
    const Set set = setterOf(place);
    QObject::connect(list, &QComboBox::activated, list, [list, set, type](int index) {
        if (index == 0)
            return set(std::nullopt);
        const QString word = list->itemData(index).toString();
        // What is no word of the list, as a number in pixels, was put there by show().
        set(type.words.contains(word) ? JsonValue::string(word)
                                      : readJson(word.toUtf8()).value_or(JsonValue::string(word)));
    });
    return {list, [list](const JsonValue* value) {
                const QString text = value && !value->isNull() ? leafText(*value) : QString();
                int at = text.isEmpty() ? 0 : list->findData(text);
                if (at < 0) {
                    list->addItem(text.left(longestShown), text);
                    at = list->count() - 1;
                }
                list->setCurrentIndex(at);
            }};
}

OptionField widthField(const OptionPlace& place, const ValueType& type)
{
    auto* width = new WidthField(type.words);
    const Set set = setterOf(place);
    QObject::connect(width, &WidthField::chosen, width, [set](const QString& word) {
        set(word.isEmpty() ? std::nullopt : std::optional(JsonValue::string(word)));
    });
    return {width, [width](const JsonValue* value) {
                width->setWidth(value && value->isString() ? value->text : QString());
            }};
}

OptionField tickField(const OptionPlace& place)
{
    auto* box = new QCheckBox(place.field.standard && place.field.standard->flag
                                  ? OptionText::tr("On unless it is cleared")
                                  : QString());
    const Set set = setterOf(place);
    QObject::connect(box, &QCheckBox::clicked, box, [set](bool on) { set(JsonValue::boolean(on)); });
    const bool standard = place.field.standard && place.field.standard->flag;
    return {box, [box, standard](const JsonValue* value) {
                box->setChecked(value && value->isBool() ? value->flag : standard);
            }};
}

/// A line whose text is a number where it reads as one, else as the type wants it.
JsonValue typed(const QString& text, const ValueType& type, const JsonValue* before)
{
    const auto read = readJson(text.trimmed().toUtf8());
    const bool number = read && read->isNumber();
    if (number && (type.number || type.integer) && (!type.text || !before || before->isNumber()))
        return *read;
    return JsonValue::string(text);
}

OptionField lineField(const OptionPlace& place, const ValueType& type)
{
    auto* line = new QLineEdit;
    line->setPlaceholderText(notSet(place.field));
    const bool number = (type.number || type.integer) && !type.text && type.words.isEmpty();
    if (place.field.editor == u"secret")
        line->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    if (number)
        line->setValidator(new QRegularExpressionValidator(
            QRegularExpression(type.number ? QStringLiteral("-?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]*)?")
                                           : QStringLiteral("-?[0-9]*")),
            line));
    const Set set = setterOf(place);
    QObject::connect(line, &QLineEdit::textEdited, line, [place, set, type, number](const QString& text) {
        const JsonValue* before =
            place.document.at(place.object.child(keyInUse(place.document, place.object, place.field)));
        if (text.isEmpty() && (!place.field.required || number))
            return number && place.field.required ? void() : set(std::nullopt);
        const JsonValue value = typed(text, type, before);
        if (!number || value.isNumber()) // "-" and "1e" are on the way to a number
            set(value);
    });
    return {line, [line](const JsonValue* value) {
                const QString text =
                    value && !value->isNull() ? leafText(*value).left(longestShown) : QString();
                const bool same = line->text() == text || (line->hasFocus() && value && value->isNumber() &&
                                                           line->text().toDouble() == value->text.toDouble());
                if (!same)
                    line->setText(text);
            }};
}

OptionField linesField(const OptionPlace& place)
{
    auto* box = new QPlainTextEdit;
    box->setTabChangesFocus(true);
    box->setFixedHeight(lineHeight(Face::Body) * 7 + 2 * space::close);
    const Set set = setterOf(place);
    const auto filling = std::make_shared<bool>(false);
    QObject::connect(box, &QPlainTextEdit::textChanged, box, [box, set, filling] {
        if (!*filling)
            set(JsonValue::string(box->toPlainText()));
    });
    return {box, [box, filling](const JsonValue* value) {
                const QString text = value && value->isString() ? value->text : QString();
                *filling = true;
                if (box->toPlainText() != text)
                    box->setPlainText(text);
                *filling = false;
            }};
}

OptionField colourField(const OptionPlace& place)
{
    QList<NamedColour> offered;
    for (const QString& word : place.profile.enums.value(QStringLiteral("colorVariable"))) {
        if (place.colours.contains(word))
            offered.append({word, QColor(place.colours[word])});
    }
    auto* field = new ColourField(offered);
    const Set set = setterOf(place);
    QObject::connect(field, &ColourField::chosen, field,
                     [set](const QColor& colour) { set(JsonValue::string(colour.name())); });
    return {field, [field](const JsonValue* value) {
                field->setColour(value && value->isString() ? QColor(value->text) : QColor());
            }};
}

/// A picture from a file, as Base64; the document says how large it is.
OptionField imageField(const OptionPlace& place)
{
    auto* button = new QPushButton;
    button->setAutoDefault(false);
    const Set set = setterOf(place);
    QObject::connect(button, &QPushButton::clicked, button, [button, set] {
        auto* dialog = new QFileDialog(button->window(), OptionText::tr("Choose a picture"),
                                       documentsFolder(), OptionText::tr("Pictures (*.png *.jpg *.jpeg)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        QObject::connect(dialog, &QFileDialog::fileSelected, button, [button, set](const QString& name) {
            QFile file(name);
            if (!file.open(QIODevice::ReadOnly) || file.size() > mostImageBytes)
                return button->setText(OptionText::tr("Not taken: over 2 MB, or not readable"));
            set(JsonValue::string(QString::fromLatin1(file.readAll().toBase64())));
        });
        dialog->open();
    });
    return {button, [button](const JsonValue* value) {
                button->setText(
                    value && value->isString()
                        ? OptionText::tr("%1 KB; choose another…").arg(value->text.size() * 3 / 4 / 1000)
                        : OptionText::tr("Choose a file…"));
            }};
}

/// The members of entries that are points, x and y; nullopt: they are something else.
std::optional<PointKeys> pointKeys(const ProviderProfile& profile, const ValueType& entry)
{
    PointKeys keys;
    for (const DocumentField& field : profile.structs.value(entry.structName)) {
        QString* key = field.key == u"x" ? &keys.x : field.key == u"y" ? &keys.y : &keys.series;
        if (key->isEmpty() && (field.required || field.key == u"label"))
            *key = field.key;
    }
    return keys.x.isEmpty() || keys.y.isEmpty() || keys.series.isEmpty() ? std::nullopt : std::optional(keys);
}

OptionField gridField(const OptionPlace& place, const ValueType& type)
{
    const JsonPath array = place.object.child(keyInUse(place.document, place.object, place.field));
    const ValueType entry = valueTypeOf(place.profile, type.item);
    QList<SheetModel*> ways;
    if (const auto keys = pointKeys(place.profile, entry))
        ways << new SeriesSheet(place.document, place.field, array, *keys, place.beside);
    ways << new GridModel(place.document, place.profile, place.field, array, place.beside);
    const bool hooks = place.profile.hooks.path.value(1) == place.field.key;
    const QString word = hooks                         ? OptionText::tr("webhook")
                         : place.field.key == u"data"  ? OptionText::tr("point")
                         : !entry.item.isEmpty()       ? OptionText::tr("row")
                         : !entry.structName.isEmpty() ? OptionText::tr("line")
                                                       : OptionText::tr("value");
    auto* grid = new GridField(ways, word);
    return {grid, [grid](const JsonValue*) { grid->refresh(); }, true,
            [grid](const QList<CellProblem>& problems) { grid->setProblems(problems); },
            [grid](const JsonPath& at) { grid->goTo(at); }};
}

} // namespace

QString keyInUse(const ReportDocument& document, const JsonPath& object, const DocumentField& field)
{
    const JsonValue* value = document.at(object);
    const bool other = value && !field.alias.isEmpty() && !value->find(field.key) && value->find(field.alias);
    return other ? field.alias : field.key;
}

OptionField makeOptionField(const OptionPlace& place)
{
    const ValueType type = valueTypeOf(place.profile, place.field.type);
    if (!type.item.isEmpty())
        return gridField(place, type);
    if (place.field.editor == u"colour")
        return colourField(place);
    if (place.field.editor == u"image")
        return imageField(place);
    if (place.field.editor == u"lines")
        return linesField(place);
    if (type.enumName == u"width")
        return widthField(place, type);
    if (!type.words.isEmpty())
        return listField(place, type);
    if (type.boolean)
        return tickField(place);
    return lineField(place, type);
}

} // namespace hookworks
