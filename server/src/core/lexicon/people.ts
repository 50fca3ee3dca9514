import { marked } from './sources.ts';

/**
 * Who speaks: surnames, titles, pronouns, and the words that tell an unnamed speaker from a named one. Surnames after the
 * usual order of frequency in mainland and Taiwan statistics; the rest from general knowledge of newspaper prose.
 */

/** Single-character surnames. */
export const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜洪赖傅钮印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由訾佴翦暨',
);

/** Surnames that are everyday words too: with no title beside them they make no name. */
export const WORDLIKE = new Set(
  '关简信宣计索平时利公应于和相来能都强帅支官商国阳满盘前单常全路党成明经由养充束实占容向通达位别农广用空权令保首原本提现历还所占押高收警指详金方安温水白黄黑红万千连管多双游长初许期从曾何居任张益后展开那乐边幸温毛牛',
);

export const DOUBLE_SURNAMES = new Set(
  '欧阳 上官 司马 司徒 诸葛 皇甫 尉迟 公孙 令狐 慕容 东方 独孤 南宫 夏侯 端木 西门 轩辕 宇文 长孙 闻人 申屠 百里 呼延'.split(' '),
);

/** Titles and callings that stand right before a name. The longest at a place counts. */
export const TITLES = new Set(
  `董事长 副董事长 董事 执行董事 独立董事 董秘 董事会秘书 总裁 副总裁 总裁助理 总经理 副总经理 经理 副经理 基金经理 投资经理 产品经理 客户经理 业务经理 首席执行官 首席运营官 首席财务官 首席技术官 首席科学家 首席经济学家 首席分析师
  首席策略师 首席战略官 首席投资官 首席增长官 首席顾问 经济顾问 经济学家 分析师 策略师 研究员 研究总监 总监 副总监 主管 主任 副主任 主席 副主席 会长 副会长 秘书长 副秘书长 理事长 理事 院长 副院长 所长 副所长 校长 副校长 部长 副部长 司长 副司长 局长 副局长 处长 厅长
  省长 市长 副市长 县长 区长 书记 副书记 行长 副行长 助理 合伙人 主管合伙人 管理合伙人 创始合伙人 执行合伙人 高级合伙人 投资人 创始人 联合创始人 共同创始人 创办人 负责人 发言人 新闻发言人 代言人 主持人 经纪人 主理人 继承人 控制人 掌门人 带头人 代理人 教授 副教授 讲师 院士 博士 学者 专家 工程师 总工程师 架构师 设计师 律师 会计师
  审计师 交易员 操盘手 记者 编辑 主编 总编 总编辑 作家 作者 导演 演员 主播 博主 评论员 评论家 观察家 观察员 企业家 创业者 投资家 银行家 科学家 教练 医生 院长 护士 老师 教师 程序员 店长 店主 老板 老板娘 厂长 车间主任 班组长 组长 队长 团长 农户 农民 工人 司机 村民 村支书 村长 养殖户 经销商 供应商 代理商 顾问 总顾问 秘书 副总
  总编 馆长 站长 委员 代表 议员 总统 副总统 总理 首相 副总理 国务委员 大臣 财长 防长 外长 央行行长 大使 特使 参赞 CEO CFO CTO COO CIO CMO CSO CRO VP 研究主管 业务主管 巡视员 调研员 干事 理财师 精算师 客户 用户 车主 业主 股民 居民 市民 网友 投资者 消费者 顾客 股神 掌柜 首席 高管 员工 同事 朋友 好友 同学 校友 师兄 客座教授 资深人士 副总工程师 二级巡视员 总设计师 品牌官`.split(
    /\s+/,
  ),
);

/** Characters on which titles end: a quick look before the set is asked. */
export const TITLE_ENDS = new Set([...TITLES].map((t) => t.charCodeAt(t.length - 1)));
export const LONGEST_TITLE = Math.max(...[...TITLES].map((t) => t.length));

/** Behind a surname in address: `徐先生`, `陆总`. */
export const ADDRESS =
  /^(?:先生|女士|小姐|太太|老师|教授|博士|医生|师傅|总|董|院长|行长|主任|局长|部长|院士|律师|校长|工|处|哥|姐|叔|爷|老)$/;

/** Persons whose names look like other words, or are transliterated and too short to be told by their form. */
export const FIGURES = new Set(
  '但斌 李想 张坤 管涛 连平 权静 易纲 时寒冰 向松祚 于东来 宁高宁 常劲 特朗普 拜登 奥巴马 贝森特 鲍威尔 耶伦 拉加德 伯南克 格林斯潘 沃尔克 巴菲特 芒格 格雷厄姆 索罗斯 达利欧 罗杰斯 塔勒布 卡拉曼 彼得林奇 凯恩斯 哈耶克 弗里德曼 马斯克 扎克伯格 奥特曼 贝索斯 盖茨 比尔盖茨 乔布斯 库克 纳德拉 皮查伊'.split(
    ' ',
  ),
);

/** Third persons, and the words that point back at a speaker. */
export const PRONOUNS = new Set(
  `他 她 其 他们 她们 该负责人 该人士 上述人士 上述负责人 该高管 该发言人 这位负责人 这位高管 这位分析师 该分析师 这位投资人 该投资人 这位创始人 这位经理 该经理 该机构 该行 该公司 该基金 该券商 该研究所 该研究院 该组织 该协会 该报 这家机构 这家公司 这家银行 该媒体 前者 后者 二人 两人 双方 他本人 她本人 本人 前述人士 前述负责人 该部门 该专家 这位专家 该学者 大会 该央行 它 他自己 她自己 这位掌门人 这位老板`.split(
    /\s+/,
  ),
);
/** Pronouns that stand for a body rather than a person. */
export const BODY_PRONOUNS = /^(?:该(?:机构|行|公司|基金|券商|研究所|研究院|组织|协会|报|媒体|部门|央行)|这家(?:机构|公司|银行)|它)$/;

export const SELF = new Set('我 我们 咱 咱们 笔者 本人 本报 本刊 本文 小编 编者 作者 我司 我行 记者 本报记者 我自己 我个人'.split(' '));

/** A noun phrase that names nobody. */
export const UNNAMED =
  /(?:一位|一名|一个|一家|某|多位|多名|多家|数位|数名|几位|几名|几家|两位|两名|三位|部分|不少|许多|很多|有些|一些|有的|有人|有位|有个|有家|有关|相关|业内|业界|圈内|市场人士|分析人士|知情|人士|消息|传闻|网传|据悉|有分析|有观点|有声音|有媒体|有专家|有网友|大家|人们|所有人|谁|众人|不愿|匿名|各方|各位|外界|舆论|普遍|大多|另有|也有|还有|其他|其它|若干)|^(?:专家|分析师|业内|经济学家|学者|机构|券商|投资者|投资人|网友|用户|客户|消费者|市场|行业|媒体|外媒|研究人员|评论|观点|交易商|官员|首席执行官|CEO|老师傅|读者|朋友|别人|人家|对手|同行|员工|公司员工|家长|股民|散户|老人|孩子|老美|[多空][方头]|看[多空]的|(?:那位|那个|这位|我们?的?|[他她]的?|店里的?|厂里的?)?(?:老板娘?|门卫|保安|行政|人事|会计|出纳|司机|师傅|房东|店员|店长|服务员|收银员|厂长|车间主任|邻居|亲戚|同事|同学|室友|医生|护士|中介|经销商|供应商|采购))$|官员$/;
/** Of those: people in general, whose words in a speaker's mouth stay the speaker's. */
export const GENERIC = /很多|不少|许多|大家|人们|有人|有些|普遍|市场|大多|一些|外界|所有人|谁|别人|人家|众人|老美|有的/;

/** Bare callings that count as a name where nothing better is said. */
export const ROLES =
  /^(?:主持人|财务|销售|管理层|董事会|[一-龥]{2,8}派|销售总监|财务总监|市场总监|技术总监|投后负责人|发言人|首席执行官|AI|[\u4e00-\u9fff]{2,3}(?:总监|副总|客服|市场部|运营部))$/;

/** Words that end the name of a body. */
export const BODY_END =
  /(?:公司|集团|银行|证券|基金|资本|资产|投资|创投|科技|研究院|研究所|研究中心|研究部|研究团队|团队|协会|学会|商会|联合会|委员会|发改委|国资委|卫健委|人大|央行|联储|交易所|统计局|监管局|管理局|能源局|总局|大学|学院|实验室|工作室|事务所|客服|信托|保险|期货|电子|汽车|能源|股份|控股|实业|医药|生物|食品|传媒|网络|软件|机器人|半导体|国际|中国|政府|法院|检察院|证监会|财政部|商务部|工信部|住建部|央视|日报|晚报|时报|周刊|新闻|转债|化学|焦化|平安|券商|咨询|论坛|俱乐部|经济学家|策略师|(?:^|[^强进发执举实运自先可流推施现盛通])行|研报社|商业银行|(?:通讯|新华|旅行|报|出版)社|[投央]行|^[一-龥]{1,6}(?:部|厅|署|委|局|院|网|报))$/;

/** Verbs after which somebody's words follow, whoever the subject looks to be. */
export const STRONG_VERBS = new Set(
  `说 称 表示 指出 认为 强调 坦言 直言 透露 介绍 介绍说 告诉 告诉记者 回应 回答 答 问 反问 追问 补充 补充说 解释 解释说 提到 谈到 说道 讲 讲到 写道 回忆 回忆说 感叹 感慨 分析称 分析道 总结道 提醒说 坦承 宣称 声称 笑着说 笑道 调侃 评论称 反驳 抱怨 吐槽 辩称 重申 申明 披露称 公告称 透露说 举例说 断言 记得 觉得 主张 警告 呼吁 承认 否认 强调说 如是说 接受采访 接受记者采访 说明道 断定 自述 打趣 自嘲 质疑 总结 总结说 补了一句 补充道 补充了一句 研报指 报告指 公告指 讲得很直白 说得很直白 撰文指出 发推称 告诉我 告诉我们 断言 喊道 直言道 解释道 强调道 表示道 说过 讲过 放话 放言 扬言 笑言 戏言 明言 惊呼 给我算 跟我算 给我们算 算了一笔账 算了笔账 算过一笔账`.split(
    /\s+/,
  ),
);
/** Verbs that need a clear subject right before them. */
export const WEAK_VERBS = new Set(
  `预测 预估 预计 判断 估计 估算 预期 分析 建议 提醒 相信 主张 宣布 公告 披露 声明 评价 评论 形容 批评 喊话 写 测算 喊 警示 发文 提出 发布公告 发布公告称 发公告 发出通知 发布通知 发文称 发文指出 提示 披露称 预告 喊出 预言 预判`.split(
    /\s+/,
  ),
);

/** Verbs after which words follow only where a mark does. */
export const MARKED_VERBS = new Set(marked.split(' '));
