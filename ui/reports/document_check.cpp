// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/document_check.h"

#include "ui/widgets/on_pool.h"

namespace hookworks {

namespace {
constexpr qsizetype checkedAtOnce = 128 * 1024;
}

DocumentCheck::DocumentCheck(const Providers& providers, QObject* parent)
    : QObject(parent)
    , m_providers(providers)
{
}

bool DocumentCheck::isLarge(const QByteArray& text)
{
    return text.size() > checkedAtOnce;
}

void DocumentCheck::check(const QString& provider, const QByteArray& text)
{
    m_wanted = {provider, text};
    if (!isLarge(text))
        take(m_wanted, m_providers.checkDocument(provider, text));
    else if (!m_running)
        start();
}

void DocumentCheck::start()
{
    m_running = true;
    onPool(
        *this,
        [providers = m_providers, of = m_wanted] { return providers.checkDocument(of.provider, of.text); },
        [this, of = m_wanted](const QList<DesignProblem>& problems) {
            m_running = false;
            take(of, problems);
        });
}

/// What was found in a text that is not wanted any more is dropped, and the one that is wanted checked.
void DocumentCheck::take(const Wanted& of, const QList<DesignProblem>& problems)
{
    if (of == m_wanted) {
        m_checked = of.text;
        emit found(problems);
    } else if (isLarge(m_wanted.text)) {
        start();
    }
}

} // namespace hookworks
