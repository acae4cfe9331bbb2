// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/preview_html.h"

#include "json/path.h"
#include "ui/reports/outline.h"

#include <QStringList>

namespace hookworks {

namespace {

class PreviewWriting
{
public:
    explicit PreviewWriting(QString quiet)
        : m_quiet(std::move(quiet))
    {
    }

    QString write(const JsonValue& document)
    {
        part(document, 1);
        return m_html;
    }

private:
    static bool isTitle(const QString& key) { return key == u"title" || key.endsWith(u"_title"); }
    static bool isHtml(const QString& key) { return key.contains(u"html", Qt::CaseInsensitive); }
    static bool isSetting(const QString& key)
    {
        return key.contains(u"auth", Qt::CaseInsensitive) || key.contains(u"token", Qt::CaseInsensitive);
    }

    /// Titles first, then plain members as one quiet line, then texts, then what is inside.
    void part(const JsonValue& value, int level)
    {
        if (const JsonValue* type = value.find(u"type"); type && type->isString())
            quiet(type->text);
        for (const JsonMember& member : value.members) {
            if (member.value.isString() && isTitle(member.key) && !member.value.text.isEmpty())
                m_html += QStringLiteral("<h%1>%2</h%1>")
                              .arg(std::min(level, 4))
                              .arg(member.value.text.toHtmlEscaped());
        }
        facts(value);
        for (const JsonMember& member : value.members) {
            if (member.value.isString() && isHtml(member.key))
                m_html += QStringLiteral("<div>%1</div>").arg(member.value.text);
            else if (member.value.isObject())
                part(member.value, level + (member.key == u"options" ? 0 : 1));
            else if (member.value.isArray())
                list(member, level + 1);
        }
    }

    void facts(const JsonValue& value)
    {
        QString rows;
        for (const JsonMember& member : value.members) {
            const JsonValue& one = member.value;
            const bool shown = !one.isObject() && !one.isArray() && !one.isNull() && !isTitle(member.key) &&
                               !isHtml(member.key) && !isSetting(member.key) && member.key != u"type";
            if (!shown)
                continue;
            if (one.text.size() > 60) {
                m_html += QStringLiteral("<p>%1</p>").arg(one.text.toHtmlEscaped());
                continue;
            }
            rows += QStringLiteral("<tr><td style='color:%1; padding-right:16px'>%2</td><td>%3</td></tr>")
                        .arg(m_quiet, labelOf(member.key).toHtmlEscaped(), leafText(one).toHtmlEscaped());
        }
        if (!rows.isEmpty())
            m_html += QStringLiteral("<table cellspacing='2'>%1</table>").arg(rows);
    }

    void list(const JsonMember& member, int level)
    {
        if (member.value.items.empty())
            return;
        if (member.value.items.front().isObject()) {
            for (const JsonValue& entry : member.value.items)
                part(entry, level);
            return;
        }
        quiet(labelOf(member.key));
        for (const JsonValue& entry : member.value.items)
            m_html += QStringLiteral("<div>%1</div>").arg(leafText(entry).left(300).toHtmlEscaped());
    }

    void quiet(const QString& text)
    {
        m_html += QStringLiteral("<p style='color:%1; margin-bottom:0'><small>%2</small></p>")
                      .arg(m_quiet, text.toHtmlEscaped());
    }

    QString m_quiet, m_html;
};

} // namespace

QString previewHtml(const JsonValue& document, const QString& quietColour)
{
    return PreviewWriting(quietColour).write(document);
}

} // namespace hookworks
