// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rules_model.h"

#include <QLocale>

namespace hookworks {

namespace {

QString replyText(const Reply& reply)
{
    QString what = reply.fault ? toString(*reply.fault) : QString::number(reply.status);
    if (reply.delay.max.count() == 0)
        return what;
    return RulesModel::tr("%1 after %2").arg(what, durationWords(reply.delay.max));
}

} // namespace

QString matchWords(const ReplyMatch& match)
{
    QStringList parts;
    if (!match.method.isEmpty())
        parts << match.method;
    if (!match.path.isEmpty())
        parts << match.path;
    const auto add = [&parts](const QList<std::pair<QString, QString>>& pairs) {
        for (const auto& [name, value] : pairs)
            parts << name + u'=' + value;
    };
    add(match.query);
    add(match.header);
    add(match.body);
    return parts.isEmpty() ? RulesModel::tr("every request") : parts.join(u' ');
}

QString replyWords(const ReplyRule& rule)
{
    QStringList parts;
    for (const Reply& reply : rule.replies)
        parts << replyText(reply);
    QString words = parts.join(RulesModel::tr(", then "));
    if (!rule.forwardTo.isEmpty())
        words = RulesModel::tr("forward to %1").arg(rule.forwardTo);
    if (rule.times)
        words += *rule.times == 1 ? RulesModel::tr(", once") : RulesModel::tr(", %1 times").arg(*rule.times);
    if (rule.forTime)
        words += RulesModel::tr(", for %1").arg(durationWords(*rule.forTime));
    if (rule.probability)
        words += QStringLiteral(", %1 %").arg(*rule.probability * 100);
    return words;
}

QString hitsWords(const RuleProgress& progress)
{
    const QString hits = QLocale().toString(progress.hits);
    return progress.unjudged == 0
               ? hits
               : RulesModel::tr("%1, %2 not judged").arg(hits, QLocale().toString(progress.unjudged));
}

QString unjudgedWords(const RuleProgress& progress)
{
    if (progress.unjudged == 0)
        return {};
    const QString words = progress.unjudged == 1
                              ? RulesModel::tr("1 request could not be judged: %1.")
                              : RulesModel::tr("%2 requests could not be judged, the last one because %1.");
    return progress.unjudged == 1 ? words.arg(progress.unjudgedReason)
                                  : words.arg(progress.unjudgedReason, QLocale().toString(progress.unjudged));
}

RulesModel::RulesModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

int RulesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RulesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReplyRule& rule = m_rules[index.row()];
    if (role == Qt::CheckStateRole && index.column() == Name)
        return rule.enabled ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return rule.name.isEmpty() ? tr("Rule %1").arg(index.row() + 1) : rule.name;
    case Match:
        return matchWords(rule.match);
    case Answer:
        return rule.times && progress(index.row()).hits >= *rule.times
                   ? tr("%1, used up").arg(replyWords(rule))
                   : replyWords(rule);
    case Hits:
        return hitsWords(progress(index.row()));
    default:
        return {};
    }
}

bool RulesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Name)
        return false;
    m_rules[index.row()].enabled = value.toInt() == Qt::Checked;
    emit dataChanged(index, index);
    emit edited();
    return true;
}

Qt::ItemFlags RulesModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Hits ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Rule"), tr("Requests"), tr("Answer"), tr("Hits")};
    return titles[section];
}

void RulesModel::setRules(const QList<ReplyRule>& rules)
{
    if (rules == m_rules)
        return;
    beginResetModel();
    m_rules = rules;
    endResetModel();
}

void RulesModel::setProgress(const QList<RuleProgress>& progress)
{
    if (progress == m_progress)
        return;
    m_progress = progress;
    if (!m_rules.isEmpty())
        emit dataChanged(index(0, Answer), index(rowCount() - 1, Hits));
}

void RulesModel::replace(int row, const ReplyRule& rule)
{
    if (row < 0 || row >= m_rules.size() || m_rules[row] == rule)
        return;
    m_rules[row] = rule;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit edited();
}

void RulesModel::insert(int row, const QList<ReplyRule>& rules)
{
    if (rules.isEmpty())
        return;
    beginInsertRows({}, row, row + static_cast<int>(rules.size()) - 1);
    for (qsizetype i = 0; i < rules.size(); ++i)
        m_rules.insert(row + i, rules[i]);
    endInsertRows();
    emit edited();
}

void RulesModel::remove(int row)
{
    if (row < 0 || row >= m_rules.size())
        return;
    beginRemoveRows({}, row, row);
    m_rules.removeAt(row);
    endRemoveRows();
    emit edited();
}

void RulesModel::moveBy(int row, int step)
{
    const int to = row + step;
    if (row < 0 || row >= m_rules.size() || to < 0 || to >= m_rules.size())
        return;
    beginMoveRows({}, row, row, {}, step > 0 ? to + 1 : to);
    m_rules.move(row, to);
    endMoveRows();
    emit edited();
}

} // namespace hookworks
