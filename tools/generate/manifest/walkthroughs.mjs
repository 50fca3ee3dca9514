/** The one walkthrough: few steps, each with a picture that the tests take. Pictures are in the display language. */
export function walkthroughs(text) {
  const step = (id, zh, en, picture, when) => ({
    id,
    title: text.of(`walkthrough.${id}.title`, { zh: zh.title, en: en.title }),
    description: text.of(`walkthrough.${id}.description`, { zh: zh.description, en: en.description }),
    media: {
      image: text.of(`walkthrough.${id}.image`, { zh: `docs/images/${picture}.png`, en: `docs/images/${picture}.en.png` }),
      altText: text.of(`walkthrough.${id}.alt`, { zh: zh.title, en: en.title }),
    },
    completionEvents: [when],
  });
  return [
    {
      id: 'start',
      title: text.of('walkthrough.title', { zh: '认识论断镜', en: 'Get to Know Claimlens' }),
      description: text.of('walkthrough.description', {
        zh: '四步看懂一篇投资评论里的论断。',
        en: 'Four steps through the claims of an article.',
      }),
      steps: [
        step(
          'sample',
          { title: '打开一篇文章', description: '打开一篇中文文章就开始检查，不用设置。\n[打开示例文章](command:claimlens.openSample)' },
          {
            title: 'Open an article',
            description:
              'Checking starts with a Chinese article, without any settings.\n[Open Sample Article](command:claimlens.openSample)',
          },
          'claims',
          'onCommand:claimlens.openSample',
        ),
        step(
          'hover',
          {
            title: '看看为什么',
            description: '指针停在论断上：这是什么、为什么要紧、怎么办。Alt+F9 到下一处。\n[下一处论断](command:claimlens.nextClaim)',
          },
          {
            title: 'See why',
            description:
              'Rest the pointer on a claim: what it is, why it matters, what to do. Alt+F9 goes to the next one.\n[Next Claim](command:claimlens.nextClaim)',
          },
          'hover',
          'onCommand:claimlens.nextClaim',
        ),
        step(
          'fix',
          {
            title: '改一处',
            description:
              '按 Ctrl+. 改写、补出处、写明日期，或注明理由后忽略。撤销一次即复原。\n[显示论断列表](command:claimlens.showClaims)',
          },
          {
            title: 'Mend one',
            description:
              'Ctrl+. softens, adds a source, writes the date, or ignores with a reason. One undo takes it back.\n[Show Claims](command:claimlens.showClaims)',
          },
          'quick-fix',
          'onCommand:claimlens.showClaims',
        ),
        step(
          'settings',
          {
            title: '按自己的规矩来',
            description: '选一套级别，或逐类调整；编辑部的规矩写在 claimlens.config.json 里。\n[打开设置](command:claimlens.openSettings)',
          },
          {
            title: 'Make it yours',
            description:
              'Choose a profile or set severities one by one; a desk lays its rules down in claimlens.config.json.\n[Open Settings](command:claimlens.openSettings)',
          },
          'claims',
          'onCommand:claimlens.openSettings',
        ),
      ],
    },
  ];
}
