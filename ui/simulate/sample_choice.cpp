// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/sample_choice.h"

#include "workbench/simulate/samples.h"

namespace hookworks {

SampleChoice::SampleChoice(Samples& samples, QObject* parent)
    : QObject(parent)
    , m_samples(samples)
{
    connect(&samples, &Samples::changed, this, &SampleChoice::read);
    read();
}

void SampleChoice::read()
{
    m_samples.list().then(this, [this](const Result<QList<SampleBody>>& all) {
        m_all = all.value_or(QList<SampleBody>());
        emit changed();
    });
}

QStringList SampleChoice::namesOf(const QString& provider, const QString& event) const
{
    QStringList own, others;
    for (const SampleBody& sample : m_all) {
        if (sample.event.isEmpty())
            others << sample.name;
        else if (sample.event == event && sample.provider == provider)
            own << sample.name;
    }
    return own + others;
}

void SampleChoice::choose(const QString& name)
{
    m_name = name;
    m_chosen.reset();
    if (name.isEmpty())
        return emit chosenChanged();
    m_samples.get(name).then(this, [this, name](const Result<SampleBody>& sample) {
        if (name != m_name)
            return;
        if (!sample)
            return emit failed(sample.error().message);
        m_chosen = *sample;
        emit chosenChanged();
    });
}

} // namespace hookworks
